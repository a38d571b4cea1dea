"""The bag is one by the standard, is written whole or not at all, and never over something."""

import bagit
import pytest
from django.core.management import CommandError, call_command

from articles.bag import NotEmpty, export
from tests.bag.exporting import write_seeds
from tests.loading import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(seeds):
    write_seeds(seeds)
    load(seeds)


def test_an_independent_reader_finds_it_valid(archive, tmp_path):
    export(tmp_path / "bag")
    bag = bagit.Bag(str(tmp_path / "bag"))
    assert bag.is_valid()
    files = {path.relative_to(tmp_path / "bag").as_posix() for path in (tmp_path / "bag" / "data").rglob("*.*")}
    assert set(bag.payload_entries()) == files
    assert bag.info["Payload-Oxum"].split(".")[1] == str(len(files))
    assert "Bagging-Date" not in bag.info


def test_it_shows_what_was_tampered_with(archive, tmp_path):
    export(tmp_path / "bag")
    with (tmp_path / "bag" / "data" / "csv" / "pages.csv").open("a") as file:
        file.write("x")
    assert not bagit.Bag(str(tmp_path / "bag")).is_valid()


def test_it_fills_an_empty_folder_and_makes_those_above(archive, tmp_path):
    (tmp_path / "empty").mkdir()
    export(tmp_path / "empty")
    export(tmp_path / "a" / "b" / "bag")
    assert bagit.Bag(str(tmp_path / "empty")).is_valid() and bagit.Bag(str(tmp_path / "a" / "b" / "bag")).is_valid()


def test_it_refuses_to_write_over_anything(archive, tmp_path):
    file, full = tmp_path / "file", tmp_path / "full"
    file.write_text("x")
    full.mkdir()
    (full / ".hidden").write_text("x")
    for taken in (file, full):
        with pytest.raises(NotEmpty, match="不是空文件夹"):
            export(taken)
    assert file.read_text() == "x" and [path.name for path in full.iterdir()] == [".hidden"]


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_it_leaves_nothing_behind_when_it_fails(archive, tmp_path, monkeypatch, failure):
    def fail(*_):
        raise failure

    monkeypatch.setattr("articles.bag.writing.pack", fail)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(type(failure)):
        export(tmp_path / "bag")
    assert sorted(tmp_path.iterdir()) == before


def test_it_exports_an_empty_archive(tmp_path):
    assert export(tmp_path / "bag") == {"pages": 0, "articles": 0, "people": 0, "corrections": 0}
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()


def test_the_command_tells_what_it_did_and_what_is_wrong(archive, tmp_path, capsys):
    call_command("export_archive", str(tmp_path / "bag"))
    assert "导出 3 版，4 篇，3 人，0 条更正" in capsys.readouterr().out
    with pytest.raises(CommandError, match="不是空文件夹"):
        call_command("export_archive", str(tmp_path / "bag"))


def test_it_tells_how_far_it_is(archive, tmp_path):
    told = []
    export(tmp_path / "bag", lambda count, name: told.append((name, count)))
    assert told == [("pages", 3), ("articles", 4), ("people", 3)]
