"""How many statements a public page may take."""

from django.db import connections


def statements(most: int) -> int:
    """So many, and on PostgreSQL one more, which holds the tables first (newsroom.public.hold_tables)."""
    return most + (connections["public"].vendor == "postgresql")
