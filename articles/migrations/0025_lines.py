"""On PostgreSQL the index keeps the lines of an article rather than its vector."""

from django.db import migrations

from articles import search


def create_index(apps, schema_editor):
    """Empty: the next load fills it."""
    if schema_editor.connection.vendor == "postgresql":
        search.create_tables(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_quantity_articles")]

    operations = [migrations.RunPython(create_index, migrations.RunPython.noop)]
