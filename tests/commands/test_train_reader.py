"""`train_reader`: says what it learned and where it wrote it, and names what it cannot use."""

import pytest

from articles import outline, readers
from articles.loader import load_lock
from articles.readers import read_page
from tests.marked import article, page, write
from tests.training.lessons import write_lessons


@pytest.fixture
def lessons(tmp_path):
    return write_lessons(tmp_path / "lessons", 2)


def test_it_says_what_it_learned_and_what_to_do(run, lessons):
    ended = run("train_reader", lessons, "--alone", "--name", "江州")
    assert (ended.code, ended.err) == (0, "")
    assert "学了 2 版 20 行" in ended.out
    assert str(readers.folder() / "江州.json") in ended.out
    assert "load_seeds" in ended.out


def test_it_rehearses_the_pages_that_come_with_the_reader(run, lessons, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    write_lessons(tmp_path / "tests" / "pages", 1)
    run("train_reader", lessons)
    assert '"rehearsed":1' in (readers.folder() / "own.json").read_text("utf-8")
    run("train_reader", lessons, "--alone")
    assert '"rehearsed":0' in (readers.folder() / "own.json").read_text("utf-8")


def test_it_names_what_it_cannot_use(run, lessons, tmp_path):
    (lessons / "p1.json").write_text("{", "utf-8")
    ended = run("train_reader", lessons, "--alone")
    assert ended.code == 1
    assert f"{lessons / 'p1.json'}: 不是完好的 JSON" in ended.err
    assert "没有可学的版面" in run("train_reader", "--alone").err
    assert not readers.folder().exists()


def test_it_gives_way_to_a_loader(run, lessons):
    with load_lock():
        assert run("train_reader", lessons, "--alone").code == 75


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["load_seeds", "verify", "read_page", "train_reader"])
def test_every_command_names_a_damaged_table(run, seeds, lessons, monkeypatch, command):
    monkeypatch.setattr(outline, "read_page", read_page)
    file = write(seeds, "p1", page(article()))
    run("load_seeds", seeds)
    readers.folder().mkdir(parents=True)
    damaged = readers.folder() / "old.json"
    damaged.write_text("{", "utf-8")
    arguments = {"load_seeds": [seeds], "read_page": [file], "train_reader": [lessons, "--alone"]}
    ended = run(command, *arguments.get(command, []))
    assert ended.code == 1
    assert str(damaged) in ended.err
