"""The migrations tell the whole story of the models, and `migrate` makes the archive's file."""

import datetime
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from articles import search
from articles.models import Article, Tie
from articles.search.numbering import day_of
from tests.factories import make_article, make_page, make_person

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change_of_the_models():
    call_command("makemigrations", check=True, dry_run=True)


@pytest.mark.django_db
def test_it_draws_row_numbers_together_in_their_order():
    days = [datetime.date(2024, 1, 9), datetime.date(2024, 1, 8), None]
    articles = [make_article(make_page(date=day)) for day in days for _ in range(3)]
    for place, article in enumerate(articles):
        number = (article.page.date.toordinal() if article.page.date else 300) * 65_536 + 65_535 - place
        Article.objects.filter(pk=article.pk).update(number=number)
    import_module("articles.migrations.0006_search").draw_together(apps, None)
    renumbered = list(Article.objects.order_by("-number"))
    assert renumbered == articles
    assert [day_of(article.number) for article in renumbered] == [day for day in days for _ in range(3)]


@pytest.mark.django_db
def test_it_names_the_pairs_of_ties_made_before():
    later, earlier = make_person("甲方"), make_person("丁方")
    kept = Tie.objects.create(first=later, second=earlier, articles=3, year=2024)
    import_module("articles.migrations.0022_pairs").name_pairs(apps, None)
    kept.refresh_from_db()
    assert (kept.first, kept.second, kept.pair) == (earlier, later, "丁方\n甲方")


@pytest.mark.django_db
def test_it_readies_fields_that_were_kept_as_text():
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_fields (number, fields) VALUES (7, 'person\t徐坊')")
    import_module("articles.migrations.0026_fields_coded").refit(apps, SimpleNamespace(connection=connection))
    assert search.stale({7: []}) == set()


@pytest.mark.slow
def test_it_makes_an_archive_where_there_is_none(tmp_path):
    data = tmp_path / "data"
    command = [sys.executable, ROOT / "manage.py", "migrate", "-v0"]
    done = subprocess.run(command, env=os.environ | {"ARCHIVE_DATA": str(data)}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (data / "archive.sqlite3").stat().st_mode & 0o777 == 0o600
