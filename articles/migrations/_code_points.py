"""Text in the order of its code points on either kind of database: SQLite's own order, PostgreSQL's collation "C"."""


def order_by_code_points(apps, schema_editor):
    """Every text column of the archive that has another order; `migrate` ends with it.

    A column that others are computed from cannot be changed: a migration that adds both calls it in between.
    """
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = cursor.fetchall()
    for table, column, kind in columns:
        schema_editor.execute(f'ALTER TABLE {table} ALTER "{column}" TYPE {kind} COLLATE "C"')


COLUMNS = """
    SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname LIKE 'articles\\_%'
        AND attnum > 0 AND NOT attisdropped AND attcollation NOT IN (0, '"C"'::regcollation)
    ORDER BY relname, attnum
"""
