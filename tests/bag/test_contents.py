"""What is in the files: every row once, texts unchanged, nothing that a program stumbles over."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import loader
from articles.bag import walking
from articles.bag.tables import TABLES
from articles.corrections import journal
from articles.models import Article, Byline, Correction, Page, Person
from tests.bag.exporting import HOSTILE, exported, objects, rows, select, write_seeds
from tests.loading import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(seeds, tmp_path):
    write_seeds(seeds)
    load(seeds)
    article = Article.objects.get(page__key="p2")
    loader.correct(article, {"headline": ("水库蓄水", "水库蓄水(续)")}, Correction.Kind.MISREAD, "漏", "编辑甲")
    return exported(tmp_path / "bag")


def held(model) -> list[str]:
    return sorted(model.objects.values_list("key", flat=True))


def test_it_holds_every_row_in_all_three_forms(data):
    for name, model in (("pages", Page), ("articles", Article), ("people", Person)):
        assert [one["key"] for one in objects(data, name)] == held(model)
        assert [one["key"] for one in rows(data, name)] == held(model)
        assert select(data, f"SELECT key FROM {name} ORDER BY key") == [(key,) for key in held(model)]
    for table in TABLES:
        assert select(data, f"SELECT count(*) FROM {table.name}") == [(len(rows(data, table.name)),)]
    assert select(data, "SELECT count(*) FROM bylines") == [(Byline.objects.count(),)]


def test_it_tells_all_of_an_article(data):
    [told] = [one for one in objects(data, "articles") if one["page"]["key"] == "p1" and one["position"] == 1]
    assert (told["kicker"], told["headline"], told["subtitle"]) == ("历时三年", "水库蓄水", "惠及十镇")
    assert [section["heading"] for section in told["sections"]] == [None, "从头说起"]
    assert told["spans"] and told["continuation"]["title"] == "水库蓄水(续)"
    assert not {"changed", "number", "id"} & told.keys()
    sql = "SELECT headline, deck, place, text, truncated FROM articles WHERE page = 'p1' AND position = 1"
    [row] = select(data, sql)
    assert row[:3] == ("水库蓄水", "一句提要。", "临溪")
    assert row[3] == "昨天,水库开始蓄水。\n从头说起\n三年前,工程开工。"
    named = select(data, "SELECT figure, name, role, action, person FROM bylines WHERE figure IS NOT NULL")
    assert named == [(1, "何若谷", "", "摄", "何若谷")]
    joined = "SELECT b.position FROM articles a JOIN articles b ON a.continues = b.key WHERE a.page = 'p2'"
    assert select(data, joined) == [(1,)]


def test_the_database_is_sound_and_has_keys_and_indexes(data):
    assert select(data, "PRAGMA integrity_check") == [("ok",)]
    assert select(data, "PRAGMA foreign_key_check") == []
    plan = select(data, "EXPLAIN QUERY PLAN SELECT * FROM articles WHERE place = '临溪'")
    assert "articles_by_place" in plan[0][3]
    for table in TABLES:
        columns = select(data, f"PRAGMA table_info({table.name})")
        assert [column[1] for column in columns] == table.names
        assert [column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5]] == list(table.key)


def test_it_keeps_hostile_text_and_gives_a_spreadsheet_no_formula(data):
    assert HOSTILE in [one["headline"] for one in objects(data, "articles")]
    assert (HOSTILE,) in select(data, "SELECT headline FROM articles")
    cells = [cell or "" for table in TABLES for row in rows(data, table.name) for cell in row.values()]
    assert "'=1+1" in cells and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.sqlite
def test_it_gives_a_spreadsheet_no_control_character(data, tmp_path):
    """Pages with controls are refused; should one get in all the same, CSV leaves it out."""
    Article.objects.filter(page__key="p2").update(headline="\x0b=1\x00\ufffe")
    again = exported(tmp_path / "again")
    [row] = [row for row in rows(again, "articles") if row["page"] == "p2"]
    assert row["headline"] == "'=1"
    assert "\x0b=1\x00\ufffe" in [one["headline"] for one in objects(again, "articles")]


def test_its_journal_can_be_taken_in_again(data):
    entries, problems = journal.read_file(data / "jsonl" / "corrections.jsonl")
    assert problems == [] and [entry.new for entry in entries] == ["水库蓄水(续)"]
    [row] = rows(data, "corrections")
    assert (row["field"], row["new"], row["state"]) == ("headline", "水库蓄水(续)", "applied")
    assert "编辑甲" not in (data / "csv" / "corrections.csv").read_text()


def test_it_describes_every_table_and_column(data, settings):
    package = json.loads((data / "datapackage.json").read_text())
    readme = (data / "README.md").read_text()
    assert package["title"] == settings.SITE_NAME and settings.SITE_NAME in readme
    for table, resource in zip(TABLES, package["resources"], strict=True):
        header = (data / resource["path"]).read_text("utf-8-sig").splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header == table.names
        assert resource["schema"]["primaryKey"] == list(table.key)
        for column in table.columns:
            assert column.zh in readme and column.en in readme
            assert not column.refers or column.refers in {other.name for other in TABLES}


def test_it_states_the_terms_of_use(settings, tmp_path):
    settings.RIGHTS = "公有领域"
    data = exported(tmp_path / "bag")
    assert "公有领域" in (data / "README.md").read_text()
    assert json.loads((data / "datapackage.json").read_text())["licenses"][0]["title"] == "公有领域"


def test_it_walks_in_batches_without_leaving_anything_out(data, tmp_path, monkeypatch):
    whole = {path.relative_to(data): path.read_bytes() for path in data.rglob("*.*")}
    monkeypatch.setattr(walking, "SIZE", 1)
    again = exported(tmp_path / "again")
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*.*")} == whole


def test_it_asks_the_database_once_a_batch(data, tmp_path):
    with CaptureQueriesContext(connection) as asked:
        exported(tmp_path / "again")
    assert len(asked) < 40


def test_it_cannot_write_to_the_archive(data, tmp_path):
    with CaptureQueriesContext(connection) as asked:
        exported(tmp_path / "again")
    assert not [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
