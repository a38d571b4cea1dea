"""The engines, one a kind of database, holding all that must be said to each otherwise: twin modules of the same names.

asking: MATCHED, LISTED, all_of, any_of, matched, stands, among, absent, page, gathered, counted, by_day, fields_of;
telling.
storing: TABLES, DROPS, missing, empty, put_in, take_out, settle, strays, leads_to, refit.
"""

from types import ModuleType

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from articles.search.postgresql import asking as postgresql_asking
from articles.search.postgresql import storing as postgresql_storing
from articles.search.sqlite import asking as sqlite_asking
from articles.search.sqlite import storing as sqlite_storing

_ASKING: dict[str, ModuleType] = {"sqlite": sqlite_asking, "postgresql": postgresql_asking}
_STORING: dict[str, ModuleType] = {"sqlite": sqlite_storing, "postgresql": postgresql_storing}


def engine_of(using: str) -> ModuleType:
    """How the database of an alias is asked. Raises ImproperlyConfigured where there is no engine for its kind."""
    return _of(using, _ASKING)


def store_of(using: str) -> ModuleType:
    """How the index is stored there; raises as well."""
    return _of(using, _STORING)


def _of(using: str, modules: dict[str, ModuleType]) -> ModuleType:
    vendor = connections[using].vendor
    if vendor not in modules:
        raise ImproperlyConfigured(f"检索还不支持 {vendor}。")
    return modules[vendor]
