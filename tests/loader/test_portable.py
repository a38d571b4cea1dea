"""Seeds and the journal's file are the archive: a fresh database made of them shows every public page byte for byte."""

import datetime
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.cache import cache

from articles import corrections, loader, search
from articles.corrections import journal
from articles.corrections.naming import DISTINCT, MERGE, RENAME, SPLIT
from articles.corrections.splitting import write_rule
from articles.loader import load
from articles.models import Article, Correction, KeyChange, Load, Page, Person
from articles.reading import read_page
from tests.conftest import instead
from tests.crawl import every_page

pytestmark = pytest.mark.django_db
PAGES = Path(__file__).resolve().parents[1] / "pages"
NAMES = ("h01_provincial_yaowen", "h02_provincial_zonghe", "i06_hk_gangwen")
MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
FORMER = "/articles/formerkey0/"
# How names are written after the decisions, each with a name that leads there.
NAMED = {
    "/people/管晓峰（江州）/": "/people/关晓峰/",
    "/people/岑沛恩（本報）/": "",
    "/people/罗曼/": "/people/尤静（卫生）/",
    "/columns/岚江观察/": "/columns/江州观察/",
    "/columns/教育园地/": "/columns/教育/",
}
SEARCHES = ("/search/?q=桥", "/search/?q=徐访", "/search/?q=渡口新桥&order=newest", "/search/?q=栏目:江州观察")


@pytest.fixture
def seeds(reads, tmp_path) -> Path:
    """Pages read by the reader itself."""
    reads(read_page)
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(PAGES / f"{name}.txt", folder)
    side = 'publication = "江州日报"\ndate = 2024-01-09\nnumber = "7"\ninferred = ["date"]\n'
    (folder / f"{NAMES[1]}.toml").write_text(side)
    return folder


def correct(target: Article | Page, field: str, new: str, kind: str = "misread", reason: str = "据次日更正栏") -> list:
    fresh = type(target).objects.get(key=target.key)
    seen = corrections.current_values(fresh)[field]
    return loader.correct(fresh, {field: (seen, new)}, kind, reason, "王编")


def edit(seeds: Path) -> None:
    """A journal with one of everything: chains, misprints, withdrawals, pictures, pages, a conflict, a stray."""
    first, second, third = Article.objects.exclude(headline="").order_by("key")[:3]
    correct(first, "headline", "渡口旧桥")
    correct(first, "headline", "渡口新桥", reason="再核原件")
    correct(first, "bylines", "本报记者 徐访 通讯员 仇小方")
    correct(second, "column", "江州观察")
    correct(second, "headline", "应当如此", "misprint")
    loader.withdraw(correct(third, "kicker", "不该有的引题")[0], "李编")
    pictured = Article.objects.filter(figures__caption__gt="").order_by("key").first()
    correct(pictured, "figure.1.caption", "桥塔。")
    correct(pictured, "figure.1.credits", "拍友 吴小雨 摄")
    correct(Page.objects.get(key=NAMES[0]), "name", "要闻·本省")
    inferred = Page.objects.get(key=NAMES[1])
    correct(inferred, "date", str(inferred.date), reason="与馆藏纸本核对")
    doubted = Article.objects.filter(doubtful__gt=0).order_by("key").first()
    loader.check(doubted, doubted.doubts[:1], "看过原件", "赵编")
    place = {"page": NAMES[2], "kind": "misread", "reason": "理由", "editor": "王编", "field": "headline"}
    third_page = Article.objects.filter(page__key=NAMES[2]).first()
    for target in (f"article:{third_page.key}", "article:none"):
        Correction.objects.create(target=target, old="从未如此", new="也不会如此", state="conflict", **place)
    KeyChange.objects.create(old="formerkey0", new=first.key)
    name()
    load([seeds], again=True)


def name() -> None:
    """People and columns merged, split, renamed; one decision upon another, and one taken back."""
    visit = Article.objects.get(headline="千名医师下乡坐诊")
    decide("person:仇小方", MERGE, "关晓峰")
    decide("person:关晓峰", RENAME, "管晓峰（江州）")
    decide("person:岑沛恩", SPLIT, write_rule("岑沛恩（本報）", affiliations=["本報"]))
    decide("person:尤静", SPLIT, write_rule("尤静（卫生）", articles=[visit.key]))
    decide("person:尤静（卫生）", MERGE, "罗曼")
    decide("person:邓平", DISTINCT, "边江")
    decide("column:江州观察", MERGE, "岚江观察")
    decide("column:教育", RENAME, "教育园地")
    loader.withdraw(decide("person:钱如海", MERGE, "邓平"), "李编")


def decide(target: str, field: str, new: str) -> Correction:
    return loader.decide(target, field, new, "据来信", "王编")


def forget() -> None:
    """As a database that was made just now; row ids go on, so that what hangs on them is found out."""
    for model in (Page, Person, Correction, KeyChange, Load):
        model.objects.all().delete()
    search.rebuild([])
    cache.clear()


def shown(client) -> dict[str, bytes]:
    """All pages; 说明 tells how long the last load took, which is no fact of the archive."""
    Load.objects.update(started=MOMENT, finished=MOMENT)
    cache.clear()
    return every_page(client, [*SEARCHES, FORMER, *filter(None, NAMED.values())])


def exported() -> str:
    return "".join(journal.export_lines())


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [address for address in one.keys() | other.keys() if one.get(address) != other.get(address)]


@pytest.fixture(scope="module")
def kept() -> dict[str, tuple[dict[str, bytes], str]]:
    """The edited archive, made once for all tests."""
    return {}


@pytest.fixture
def former(client, seeds, kept) -> tuple[dict[str, bytes], str]:
    """All pages of the edited archive, and its journal; the database is empty again."""
    if not kept:
        load([seeds])
        edit(seeds)
        kept["edited"] = shown(client), exported()
        forget()
    return kept["edited"]


@pytest.mark.slow
def test_it_gives_the_same_pages_when_the_file_is_taken_in_afterwards(client, seeds, former, tmp_path):
    before, text = former
    assert {quote(address) for address in NAMED} <= before.keys()
    file = tmp_path / "corrections.jsonl"
    file.write_text(text)
    load([seeds])
    report = loader.import_corrections(file)
    assert len(report.conflicts) == 2
    after = shown(client)
    assert len(after) > 50 and difference(before, after) == []
    assert exported() == text
    assert not loader.import_corrections(file).changed


@pytest.mark.slow
def test_it_gives_the_same_pages_when_the_file_lies_with_the_seeds(client, seeds, former):
    before, text = former
    (seeds / journal.FILE_NAME).write_text(text)
    report = load([seeds])
    assert len(report.conflicts) == 2
    assert difference(before, shown(client)) == [] and exported() == text
    assert not load([seeds]).changed


def test_it_writes_the_same_file_whatever_the_order_of_coming(seeds, former):
    _, text = former
    (seeds / journal.FILE_NAME).write_text("".join(reversed(text.splitlines(keepends=True))))
    load([seeds])
    assert exported() == text


@pytest.mark.postgresql
@pytest.mark.slow
def test_it_gives_the_same_pages_on_the_other_kind_of_database(client, seeds, former, postgresql):
    before, text = former
    (seeds / journal.FILE_NAME).write_text(text)
    with instead(postgresql):
        assert not Page.objects.exists()
        report = load([seeds])
        assert len(report.conflicts) == 2
        assert difference(before, shown(client)) == [] and exported() == text
        assert not load([seeds]).changed
