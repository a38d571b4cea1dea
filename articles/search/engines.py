"""The engines: modules of the same names, one a kind of database, holding all that must be said to each otherwise.

asking: MATCHED, LISTED, all_of, any_of, matched, stands, among, absent, page, counted, by_day.
storing: TABLES, DROPS, missing, empty, put_in, take_out, settle, strays, leads_to.
"""

from types import ModuleType

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from articles.search import postgresql, sqlite

_ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def engine_of(using: str) -> ModuleType:
    """The engine of a database alias. Raises ImproperlyConfigured where there is none for its kind."""
    vendor = connections[using].vendor
    if vendor not in _ENGINES:
        raise ImproperlyConfigured(f"检索还不支持 {vendor}。")
    return _ENGINES[vendor]
