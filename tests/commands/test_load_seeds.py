"""`load_seeds`: says what it did, names what it could not do, and ends accordingly."""

import signal

import pytest

from articles.loader import load_lock
from articles.management.endings import Terminated
from articles.models import Article, Page
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


def test_it_loads_and_counts(run, seeds):
    write(seeds, "p1", page(article(), article(headline="甲", text="甲文一段。")))
    ended = run("load_seeds", seeds)
    assert (ended.code, ended.err) == (0, "")
    assert "装载 1 版" in ended.out
    assert "共有 1 版 2 篇" in ended.out


def test_it_says_that_nothing_changed(run, seeds):
    write(seeds, "p1", page(article()))
    run("load_seeds", seeds)
    assert "没有变动" in run("load_seeds", seeds).out


def test_it_loads_the_seeds_of_the_project_by_default(run, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    write(tmp_path / "seeds", "p1", page(article()))
    assert "装载 1 版" in run("load_seeds").out
    assert Page.objects.get().file == "seeds/p1.txt"


def test_it_names_file_and_line_and_goes_on(run, seeds):
    write(seeds, "p1", page(article()))
    write(seeds, "p2", "题 桥通了\n怪 什么")
    ended = run("load_seeds", seeds)
    assert ended.code == 1
    assert f"{seeds}/p2.txt:2: 不认识的记号 怪" in ended.err
    assert Page.objects.get().key == "p1"


def test_it_only_reminds_of_doubts(run, seeds):
    write(seeds, "p1", page(article(headline="")))
    ended = run("load_seeds", seeds)
    assert ended.code == 0
    assert f"{seeds}/p1.txt:3: 第 1 篇没有读到标题，已存疑（提醒）" in ended.err


def test_it_checks_without_writing(run, seeds):
    write(seeds, "p1", page(article()))
    assert "将装载 1 版" in run("load_seeds", seeds, "--check").out
    assert not Article.objects.exists()


def test_it_prunes_when_told(run, seeds):
    file = write(seeds, "p1", page(article()))
    write(seeds, "p2", page(article(headline="甲"), head="江州日报 2024-03-05 第3版"))
    run("load_seeds", seeds)
    file.unlink()
    assert "1 版的文件已不在（p1）" in run("load_seeds", seeds).out
    assert "删去 1 版" in run("load_seeds", seeds, "--prune").out


@pytest.mark.sqlite
def test_it_gives_way_to_another_loader(run, seeds):
    write(seeds, "p1", page(article()))
    with load_lock():
        ended = run("load_seeds", seeds)
    assert ended.code == 75
    assert "另一个装载正在进行" in ended.err
    assert not Page.objects.exists()


@pytest.mark.parametrize(("interruption", "code"), [(KeyboardInterrupt, 130), (Terminated, 143)])
def test_it_rolls_back_when_interrupted(run, seeds, monkeypatch, interruption, code):
    def interrupt(*args):
        raise interruption

    monkeypatch.setattr("articles.loader.numbers.put_in_order", interrupt)
    write(seeds, "p1", page(article()))
    ended = run("load_seeds", seeds)
    assert ended.code == code
    assert "撤销" in ended.err
    assert not Page.objects.exists()


def test_it_gives_signals_back(run, seeds):
    before = signal.getsignal(signal.SIGTERM)
    write(seeds, "p1", page(article()))
    run("load_seeds", seeds)
    assert signal.getsignal(signal.SIGTERM) == before
