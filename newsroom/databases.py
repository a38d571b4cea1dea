"""The two ways into the archive: `default` for the loader and the editors, `public` read-only for everyone else."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from newsroom.environment import env_str


def default_and_public(file: Path, seconds: int) -> dict[str, dict]:
    """What DATABASE_URL and PUBLIC_DATABASE_URL name, else the SQLite file; a public statement may take the seconds."""
    if env_str("DATABASE_URL"):
        public = "PUBLIC_DATABASE_URL" if env_str("PUBLIC_DATABASE_URL") else "DATABASE_URL"
        ways = {"default": database_from_url("DATABASE_URL"), "public": read_only_postgresql(public, seconds)}
    elif env_str("PUBLIC_DATABASE_URL"):
        raise ImproperlyConfigured("设了 PUBLIC_DATABASE_URL 就要同时设 DATABASE_URL。")
    else:
        ways = {"default": sqlite(file), "public": read_only_sqlite(file)}
    ways["public"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True, "TEST": {"MIRROR": "default"}}
    return ways


def file_uri(file: Path, mode: str) -> str:
    """Mode ro, rw, or rwc, which creates a missing file: the site may not, lest it serve an empty archive."""
    return f"{file.as_uri()}?mode={mode}"


def sqlite(file: Path) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file_uri(file, "rw"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA journal_size_limit=67108864;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000",
        },
    }


def read_only_sqlite(file: Path) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file_uri(file, "ro"),
        "OPTIONS": {"timeout": 5, "init_command": "PRAGMA query_only=ON; PRAGMA cache_size=-20000"},
    }


def database_from_url(name: str) -> dict:
    """postgresql://user:password@host:port/name?option=value (a socket's folder: ?host=/path) as Django wants it.

    Several addresses with commas between them are one database on several hosts, of which the first that answers is
    taken; they may differ in host and port only.
    """
    first, *others = [_one_database(name, address) for address in re.split(r",\s*(?=\w+://)", env_str(name))]
    places = ("HOST", "PORT")
    if any({**other, **{place: first[place] for place in places}} != first for other in others):
        raise ImproperlyConfigured(f"{name} 里的几个地址只能主机和端口不同：用户、密码、库名和选项要一样。")
    joined = {place: ",".join(database[place] for database in (first, *others)) for place in places}
    return first | joined if others else first


def _one_database(name: str, address: str) -> dict:
    url = urlsplit(address.strip())
    try:
        port = str(url.port or "")
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} 里的端口不对。") from error
    if url.scheme not in {"postgresql", "postgres"} or not url.path.strip("/"):
        raise ImproperlyConfigured(f"{name} 应形如 postgresql://用户:密码@主机:端口/库名；只认 PostgreSQL。")
    options = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or url.hostname or "",
        "PORT": options.pop("port", "") or port,
        "OPTIONS": options,
    }


def read_only_postgresql(name: str, seconds: int) -> dict:
    database = database_from_url(name)
    return database | {"OPTIONS": read_only(database["OPTIONS"], seconds)}


def read_only(options: dict, seconds: int) -> dict:
    """A connection's options with what holds for public pages: nothing written or slow, a page read of one load."""
    limits = f"-c default_transaction_read_only=on -c statement_timeout={seconds * 1000}"
    snapshot = r"-c default_transaction_isolation=repeatable\ read"
    patience = {"connect_timeout": "3"}  # then the next host is tried
    return patience | options | {"options": " ".join(filter(None, [options.get("options", ""), limits, snapshot]))}
