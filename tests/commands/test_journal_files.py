"""`export_corrections` and `import_corrections`: the journal leaves and enters an archive."""

import errno
import json

import pytest

from articles import loader
from articles.management.commands import export_corrections
from articles.models import Article, Correction
from tests.loading import load_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(seeds):
    target = load_article(seeds)
    loader.correct(target, {"headline": (target.headline, "渡口新桥")}, "misread", "据次日更正栏", "王编")
    return Correction.objects.get()


def test_it_exports_beside_the_seeds_by_default(run, entry, settings, seeds):
    settings.BASE_DIR = seeds.parent
    assert "导出 1 条" in run("export_corrections").out
    (line,) = (seeds / "corrections.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {
        "id": str(entry.id),
        "target": entry.target,
        "page": "p1",
        "field": "headline",
        "old": "江州大桥昨日通车",
        "new": "渡口新桥",
        "kind": "misread",
        "reason": "据次日更正栏",
        "editor": "王编",
        "created": entry.created.isoformat(),
    }
    assert [path.name for path in seeds.iterdir() if path.name.startswith(".")] == []


def test_it_leaves_the_old_file_where_the_disk_is_full(run, entry, tmp_path, monkeypatch):
    file = tmp_path / "corrections.jsonl"
    file.write_text("old\n")

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(export_corrections.os, "fsync", full)
    ended = run("export_corrections", file)
    assert ended.code == 1 and "原来的文件没有动" in ended.err
    assert file.read_text() == "old\n" and list(tmp_path.glob(".*")) == []


def test_it_tells_where_it_cannot_write(run, entry, tmp_path):
    ended = run("export_corrections", tmp_path / "none" / "corrections.jsonl")
    assert ended.code == 1 and "写不了" in ended.err


def test_it_exports_to_the_screen(run, entry):
    assert json.loads(run("export_corrections", "-").out)["new"] == "渡口新桥"


def test_it_imports_once(run, entry, tmp_path):
    file = tmp_path / "journal.jsonl"
    run("export_corrections", file)
    Correction.objects.all().delete()
    loader.reload_page("p1")
    assert Article.objects.get().headline == "江州大桥昨日通车"
    assert "收入更正 1 条" in run("import_corrections", file).out
    assert Article.objects.get().headline == "渡口新桥"
    assert "没有变动" in run("import_corrections", file).out


def test_it_names_bad_lines(run, entry, tmp_path):
    file = tmp_path / "journal.jsonl"
    file.write_text("{}\n")
    ended = run("import_corrections", file)
    assert ended.code == 1
    assert f"{file}:1: " in ended.err


def test_it_names_a_missing_file(run, tmp_path):
    assert run("import_corrections", tmp_path / "none.jsonl").code == 1
