"""Equal seeds and corrections make equal bags, however the archive came to be."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from articles import loader
from articles.bag import export
from articles.models import Article, Correction, KeyChange, Page, Person, Tombstone
from tests.bag.exporting import manifest, write_seeds
from tests.loading import load

ROOT = Path(__file__).resolve().parents[2]


def correct_one() -> None:
    article = Article.objects.get(headline="水库蓄水", position=1, page__key="p1")
    changes = {"headline": ("水库蓄水", "水库下闸蓄水")}
    [entry] = loader.correct(article, changes, Correction.Kind.MISREAD, "漏一字", "编辑甲")
    journal = Correction.objects.filter(pk=entry.pk)
    journal.update(id="7b1f4f3e-0f3c-4d0a-8e7d-0c8a3f2f6a11", created=datetime.fromisoformat("2026-01-01T00:00:00Z"))


@pytest.mark.django_db
def test_it_is_the_same_for_an_archive_built_in_another_order(seeds, tmp_path):
    write_seeds(seeds)
    load(seeds)
    correct_one()
    export(tmp_path / "one")
    for table in (Page, Person, Correction, KeyChange, Tombstone):
        table.objects.all().delete()
    for key in ("p3", "p2", "p1"):
        loader.load([seeds / f"{key}.txt"])
    correct_one()
    loader.load([seeds], again=True)
    assert Article.objects.order_by("pk").first().page.key != "p1"
    export(tmp_path / "two")
    assert manifest(tmp_path / "one") == manifest(tmp_path / "two")


@pytest.mark.django_db
def test_it_differs_where_the_archive_differs(seeds, tmp_path):
    write_seeds(seeds)
    load(seeds)
    export(tmp_path / "one")
    correct_one()
    export(tmp_path / "two")
    assert manifest(tmp_path / "one") != manifest(tmp_path / "two")


@pytest.mark.slow
def test_it_is_the_same_from_two_databases(tmp_path):
    """The project's own seeds, two processes, two archives."""
    for number in (1, 2):
        environment = os.environ | {"ARCHIVE_DATA": str(tmp_path / f"data{number}"), "PYTHONHASHSEED": str(number)}
        for command in (["migrate", "-v0"], ["load_seeds"], ["export_archive", str(tmp_path / f"bag{number}")]):
            done = subprocess.run([sys.executable, ROOT / "manage.py", *command], env=environment, capture_output=True)
            assert done.returncode == 0, done.stderr.decode()
    assert manifest(tmp_path / "bag1") == manifest(tmp_path / "bag2")
