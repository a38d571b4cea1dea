"""Archives of their own on a real server, with real loaders that can be killed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from subprocess import Popen

import psycopg
import pytest

from articles.search.coding import decode
from tests.faults.conftest import Archive

numbers = count(1)


class OnServer(Archive):
    """An archive in a database of its own."""

    def __init__(self, data: Path, seeds: Path, url: str) -> None:
        super().__init__(data, seeds)
        self.url = url

    def start(self, *arguments: str, **environment: str) -> Popen[str]:
        return super().start(*arguments, **{"DATABASE_URL": self.url} | environment)

    @contextmanager
    def reader(self) -> Iterator[psycopg.Connection]:
        """One look at the database, all of it at the same time."""
        with psycopg.connect(self.url) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            yield connection

    def generations(self) -> set[str]:
        with self.reader() as reader:
            openings = [opening for (opening,) in reader.execute("SELECT opening FROM articles_article")]
            indexed = [decode(body) for (body,) in reader.execute("SELECT body FROM search_text")]
            (vectors,) = reader.execute("SELECT count(*) FROM search_index").fetchone()
        assert len(openings) == len(indexed) == vectors
        generations = {opening[: opening.index("代")] for opening in openings}
        assert all(any(generation in body for generation in generations) for body in indexed)
        return generations


@pytest.fixture(scope="session")
def migrated(postgresql_url, tmp_path_factory) -> str:
    """The name of a database with empty tables, from which others are made."""
    name = f"migrated_{os.getpid()}"
    _create(postgresql_url, name, "template0 ENCODING 'UTF8'")
    data = tmp_path_factory.mktemp("migrated")
    code, said = OnServer(data, data, _address(postgresql_url, name)).run("migrate", "--skip-checks", "-v0")
    assert code == 0, said
    return name


@pytest.fixture(scope="session")
def loaded(postgresql_url, migrated, tmp_path_factory) -> str:
    """The same with the first generation in it."""
    name = f"loaded_{os.getpid()}"
    made = made_from(postgresql_url, migrated, name, tmp_path_factory.mktemp("loaded"))
    code, said = made.load()
    assert code == 0, said
    return name


@pytest.fixture(scope="session")
def stranger(postgresql_url) -> str:
    """A role that may log in and owns nothing."""
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
    return "stranger"


@pytest.fixture
def archive(postgresql_url, loaded, tmp_path) -> OnServer:
    """A fresh archive with the first generation."""
    return made_from(postgresql_url, loaded, f"archive_{next(numbers)}", tmp_path)


def made_from(url: str, template: str, name: str, folder: Path) -> OnServer:
    """An archive in a new database, a copy of another, with seeds of the first generation."""
    _create(url, name, template)
    made = OnServer(folder / "data", folder / "seeds", _address(url, name))
    made.write(1)
    return made


def _create(url: str, name: str, template: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def _address(url: str, name: str) -> str:
    return url.replace("/postgres?", f"/{name}?")
