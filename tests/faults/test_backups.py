"""A backup is the archive of one instant, whatever goes on meanwhile; what is put back is whole, or nothing changes."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import Archive

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def first_saved(first, tmp_path_factory) -> Path:
    """A backup of an archive of the first generation."""
    file = tmp_path_factory.mktemp("backup") / "saved.sqlite3"
    code, said = first.run("backup", str(file))
    assert code == 0, said
    return file


@pytest.fixture(scope="module")
def second(first, tmp_path_factory) -> Archive:
    """That archive, loaded with the second."""
    later = first.copied(tmp_path_factory.mktemp("second"))
    later.write(2)
    assert later.load()[0] == 0
    assert later.generations() == {"第2"}
    return later


@pytest.fixture
def archive(request, first, tmp_path) -> Archive:
    """An archive of the first generation; where a backup of it is at hand, of the second."""
    stands = request.getfixturevalue("second") if "saved" in request.fixturenames else first
    return stands.copied(tmp_path)


@pytest.fixture
def saved(first_saved, tmp_path) -> Path:
    """A backup of the first generation, of an archive that has the second."""
    return Path(shutil.copy(first_saved, tmp_path / "saved.sqlite3"))


def put_aside(archive: Archive) -> list:
    return sorted(archive.data.glob("before-restore-*.sqlite3"))


def test_it_saves_the_archive_of_one_instant_while_it_is_written(archive, tmp_path):
    archive.write(2)
    loader = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="before_commit:SIGSTOP")
    os.waitpid(loader.pid, os.WUNTRACED)
    code, said = archive.run("backup", str(tmp_path / "saved.sqlite3"))
    loader.send_signal(signal.SIGCONT)
    loader.communicate(timeout=30)
    assert code == 0, said
    assert archive.generations() == {"第2"}
    (tmp_path / "other").mkdir()
    shutil.copy(tmp_path / "saved.sqlite3", tmp_path / "other" / "archive.sqlite3")
    assert Archive(tmp_path / "other", archive.seeds).generations() == {"第1"}


def test_it_is_its_owners_only_and_writes_over_nothing(archive, tmp_path):
    file = tmp_path / "saved.sqlite3"
    assert archive.run("backup", str(file))[0] == 0
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    code, said = archive.run("backup", str(file))
    assert (code, "已经存在" in said) == (1, True)
    assert file.read_bytes() == before


def test_it_says_where_it_cannot_write(archive, tmp_path):
    code, said = archive.run("backup", str(tmp_path / "nowhere" / "saved.sqlite3"))
    assert (code, "写不了" in said, "Traceback" in said) == (1, True, False)


def test_it_brings_back_what_was_saved_and_keeps_what_was_there(archive, saved, tmp_path):
    code, said = archive.run("restore", str(saved))
    assert code == 0, said
    assert archive.generations() == {"第1"}
    assert archive.is_sound()
    (aside,) = put_aside(archive)
    assert aside.name in said
    (tmp_path / "other").mkdir()
    shutil.copy(aside, tmp_path / "other" / "archive.sqlite3")
    assert Archive(tmp_path / "other", archive.seeds).generations() == {"第2"}


def test_it_shows_a_reader_one_generation_while_it_is_brought_back(archive, saved):
    process, seen = archive.start("restore", str(saved)), set()
    while process.poll() is None:
        (generation,) = archive.generations()
        seen.add(generation)
    assert process.returncode == 0
    assert "第2" in seen and seen <= {"第1", "第2"}
    assert archive.generations() == {"第1"}


def test_it_brings_back_a_damaged_archive(archive, saved):
    for ending in ("-wal", "-shm"):
        (archive.data / f"archive.sqlite3{ending}").unlink(missing_ok=True)
    archive.file.write_bytes(b"garbage" * 5000)
    code, said = archive.run("restore", str(saved))
    assert code == 0, said
    assert archive.generations() == {"第1"}
    (aside,) = put_aside(archive)
    assert aside.read_bytes().startswith(b"garbage")


def test_it_brings_back_an_archive_that_is_gone(archive, saved):
    archive.file.unlink()
    for ending in ("-wal", "-shm"):
        (archive.data / f"archive.sqlite3{ending}").unlink(missing_ok=True)
    assert archive.run("restore", str(saved))[0] == 0
    assert archive.generations() == {"第1"}
    assert archive.file.stat().st_mode & 0o777 == 0o600


def spoil(file, how: str) -> None:
    if how == "gone":
        file.unlink()
    elif how == "garbage":
        file.write_bytes(b"garbage" * 5000)
    elif how == "cut short":
        os.truncate(file, file.stat().st_size // 2)
    else:
        with closing(sqlite3.connect(file)) as database:
            database.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('articles', '9999_later', '2024-01-01')"
            )
            database.commit()


@pytest.mark.parametrize("how", ["gone", "garbage", "cut short", "newer"])
def test_it_takes_nothing_but_a_whole_backup(archive, saved, how):
    spoil(saved, how)
    code, said = archive.run("restore", str(saved))
    assert (code, "没有恢复" in said, "Traceback" in said) == (1, True, False)
    assert archive.generations() == {"第2"}
    assert not put_aside(archive)


def test_it_waits_for_no_loader(archive, saved):
    archive.write(3)
    loader = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="before_commit:SIGSTOP")
    os.waitpid(loader.pid, os.WUNTRACED)
    code, said = archive.run("restore", str(saved))
    loader.send_signal(signal.SIGCONT)
    loader.communicate(timeout=30)
    assert (code, "另一个装载正在进行" in said) == (75, True)
    assert archive.generations() == {"第3"}
