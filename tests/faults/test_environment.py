"""The same seeds make the same archive, whatever the machine is set to."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
COLUMNS = "a.key, a.number, a.headline, a.column, a.place, a.opening, a.length, p.key, p.date, p.number"


def digest(file: Path) -> str:
    with closing(sqlite3.connect(file)) as archive:
        joined = f"SELECT {COLUMNS} FROM articles_article a JOIN articles_page p ON p.id = a.page_id ORDER BY a.key"
        rows = archive.execute(joined).fetchall()
        rows += archive.execute("SELECT number, headline, body FROM search_text ORDER BY number").fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/St_Johns"},
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "7"},
        {"HOME": "/nonexistent"},
    ],
    ids=str,
)
def test_it_makes_the_same_archive(archive, empty, tmp_path, environment):
    other = type(archive)(tmp_path / "other", archive.seeds)
    other.data.mkdir()
    (other.data / "archive.sqlite3").write_bytes((empty / "archive.sqlite3").read_bytes())
    code, said = other.load(**environment)
    assert code == 0, said
    assert digest(other.file) == digest(archive.file)


def test_it_believes_no_dictionary_that_others_may_write(archive, empty, tmp_path):
    """jieba keeps its dictionary in the folder for temporary files, where anybody may have put another."""
    (tmp_path / "jieba.cache").write_bytes(b"planted")
    other = type(archive)(tmp_path / "other", archive.seeds)
    other.data.mkdir()
    (other.data / "archive.sqlite3").write_bytes((empty / "archive.sqlite3").read_bytes())
    code, said = other.load(TMPDIR=str(tmp_path))
    assert code == 0, said
    assert "Traceback" not in said
    assert digest(other.file) == digest(archive.file)
    assert (tmp_path / "jieba.cache").read_bytes() == b"planted"


def test_it_makes_the_same_archive_in_any_order(archive, empty, tmp_path):
    other = type(archive)(tmp_path / "other", tmp_path / "reversed")
    other.data.mkdir()
    other.seeds.mkdir()
    (other.data / "archive.sqlite3").write_bytes((empty / "archive.sqlite3").read_bytes())
    for file in sorted(archive.seeds.iterdir(), reverse=True):
        (other.seeds / file.name).write_bytes(file.read_bytes())
        assert other.load()[0] == 0
    assert digest(other.file) == digest(archive.file)
