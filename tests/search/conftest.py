"""An index to search in, and documents for it."""

from types import SimpleNamespace

import pytest
from django.db import connection

from articles import search


@pytest.fixture
def index(engine):
    """The index's tables, empty: made by the migration, or here where a test runs without it."""
    with connection.cursor() as cursor:
        if "search_text" not in connection.introspection.table_names(cursor):
            search.create_tables(SimpleNamespace(connection=connection, execute=cursor.execute))
    search.rebuild([])
    return search
