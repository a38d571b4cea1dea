"""A database that is missing, damaged or full: a message, no traceback, nothing half-written, and a way back."""

import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.faults.conftest import Archive

pytestmark = pytest.mark.slow
ENTRY = {
    "id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    "target": "page:p1",
    "page": "p1",
    "field": "number",
    "old": "1",
    "new": "12",
    "kind": "misread",
    "reason": "核对原件",
    "editor": "王编",
    "created": "2024-03-06T08:00:00+08:00",
}
COMMANDS = ("load_seeds", "verify", "rebuild_index", "export_corrections")


@pytest.mark.parametrize("command", COMMANDS)
def test_it_says_that_there_is_no_database(archive, command):
    archive.file.unlink()
    code, said = archive.run(command, *([str(archive.seeds)] if command == "load_seeds" else []))
    assert code == 1
    assert "./run prepare" in said
    assert "Traceback" not in said
    assert not archive.file.exists()


def test_it_says_that_the_tables_are_missing(archive):
    archive.file.unlink()
    archive.file.touch()
    code, said = archive.load()
    assert (code, "./run prepare" in said, "Traceback" in said) == (1, True, False)


def test_it_comes_back_from_the_seeds_with_its_corrections(archive, empty):
    for name in ("", "-wal", "-shm"):
        (archive.data / f"archive.sqlite3{name}").unlink(missing_ok=True)
    archive.file.write_bytes(b"garbage" * 5000)
    code, said = archive.load()
    assert (code, "Traceback" in said) == (1, False)
    shutil.copy(empty / "archive.sqlite3", archive.file)
    (archive.seeds / "corrections.jsonl").write_text(json.dumps(ENTRY))
    assert archive.load()[0] == 0
    with closing(sqlite3.connect(archive.file)) as reader:
        assert reader.execute("SELECT number FROM articles_page WHERE key = 'p1'").fetchone() == ("12",)
    assert archive.is_sound()


def test_it_leaves_the_old_archive_when_the_disk_is_full(archive):
    """Files that may not grow stand for a full disk: both are errors of writing."""
    archive.write(2, pages=60)
    code, said = archive.load(FILE_LIMIT=str(128 * 1024))
    assert code == 1, said
    assert "没有写入" in said
    assert "Traceback" not in said
    assert archive.generations() == {"第1"}
    assert archive.load()[0] == 0
    assert archive.generations() == {"第2"}


def test_it_tells_a_load_as_done_though_the_disk_filled_up_after_the_commit(archive):
    archive.write(2, pages=60)
    code, said = archive.load(FILE_LIMIT=str(archive.file.stat().st_size + 64 * 1024))
    assert (code, "装载 60 版" in said) == (0, True)
    assert archive.generations() == {"第2"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_it_says_that_it_may_not_write(archive):
    archive.write(2)
    os.chmod(archive.data, 0o555)
    try:
        code, said = archive.load()
    finally:
        os.chmod(archive.data, 0o755)
    assert (code, "Traceback" in said) == (1, False)
    assert archive.generations() == {"第1"}


def test_it_is_one_generation_wherever_the_power_fails(archive, tmp_path):
    """The write-ahead log cut off at any byte: what is not whole in it is not there."""
    archive.write(2)
    loader = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="after_commit:SIGSTOP")
    os.waitpid(loader.pid, os.WUNTRACED)
    written, log = archive.file.read_bytes(), (archive.data / "archive.sqlite3-wal").read_bytes()
    loader.kill()
    loader.communicate()
    seen = set()
    for number, share in enumerate((0, 0.2, 0.5, 0.8, 0.99, 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "archive.sqlite3").write_bytes(written)
        (folder / "archive.sqlite3-wal").write_bytes(log[: int(len(log) * share)])
        with closing(sqlite3.connect(folder / "archive.sqlite3")) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        seen |= Archive(folder, archive.seeds).generations()
    assert seen == {"第1", "第2"}
