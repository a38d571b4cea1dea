"""An archive learns its own pages: the reading changes, every page is read anew, corrections teach."""

import json

import pytest

from articles import corrections, loader, readers
from articles.models import Article, Correction, Load, Page
from articles.training.corrected import examples_of_archive
from articles.training.own import Untrainable, train_own
from tests.training.lessons import STORIES, text_of, write_lessons

SLOGAN = "学习贯彻全会精神 推动江州高质量发展"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.ARCHIVE_DATA = tmp_path / "data"
    return settings.ARCHIVE_DATA


@pytest.fixture
def lessons(tmp_path):
    return write_lessons(tmp_path / "lessons", 3)


def furniture(text: str) -> list[str]:
    return [line.value for line in readers.read_page(text.encode()).furniture]


def test_it_reads_pages_it_has_not_seen_by_the_habit_it_learned(lessons):
    assert furniture(text_of(4)) == []
    trained = train_own([lessons])
    assert furniture(text_of(4)) == ["〔要闻之五〕", "〔要闻之六〕"]
    assert (trained.pages, trained.lines, trained.after) == (3, 30, 0)
    assert trained.before > 0


def test_it_learns_a_habit_from_a_truth_that_tells_little_else(tmp_path):
    without = {"bylines", "sections", "kicker", "subtitle", "column", "deck", "figures"}
    train_own([write_lessons(tmp_path / "partial", 3, without)])
    assert furniture(text_of(4)) == ["〔要闻之五〕", "〔要闻之六〕"]


def test_it_writes_the_same_bytes_however_often_it_learns(lessons, data):
    first = train_own([lessons]).path.read_bytes()
    assert train_own([lessons]).path.read_bytes() == first
    about = json.loads(first)["about"]
    assert about["pages"] == ["lessons/p0", "lessons/p1", "lessons/p2"]
    assert str(data.parent) not in first.decode()


def test_it_keeps_several_tables_apart(lessons, tmp_path):
    train_own([lessons], name="江州")
    other = train_own([write_lessons(tmp_path / "more", 1)], name="other", share=0.5)
    assert sorted(path.stem for path in readers.folder().iterdir()) == ["other", "江州"]
    assert json.loads(other.path.read_bytes())["share"] == 0.5


def test_it_rehearses_what_the_reader_knows_already(lessons, tmp_path):
    table = json.loads(train_own([lessons], rehearsal=write_lessons(tmp_path / "known", 2)).path.read_bytes())
    assert (len(table["about"]["pages"]), table["about"]["rehearsed"]) == (3, 2)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"name": "../own"}, "名字"),
        ({"name": ""}, "名字"),
        ({"share": 0}, "比重"),
        ({"share": float("nan")}, "比重"),
    ],
)
def test_it_refuses_names_and_shares_that_cannot_be(lessons, options, words):
    with pytest.raises(Untrainable, match=words):
        train_own([lessons], **options)


def test_it_refuses_to_learn_from_nothing(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(Untrainable, match="没有可学的版面"):
        train_own([tmp_path / "empty"])
    with pytest.raises(Untrainable, match="没有这个文件夹"):
        train_own([tmp_path / "none"])


@pytest.mark.django_db
def test_it_makes_the_next_load_read_every_page_anew(lessons, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "p1.txt").write_text(text_of(4), "utf-8")
    loader.load([seeds])
    assert loader.load([seeds]).loaded == 0
    train_own([lessons])
    assert loader.load([seeds]).loaded == 1
    assert Page.objects.get().furniture == ["〔要闻之五〕", "〔要闻之六〕"]
    assert loader.load([seeds]).loaded == 0
    assert Load.objects.first().reader == readers.version()


def slogan_page(first: int) -> str:
    """A page whose articles stand under a column label that looks like a kicker."""
    return "\n\n".join(
        f"{SLOGAN}\n{headline}\n本报记者 {name}\n昨天上午，{text}\n“盼了好几年了。”住在附近的退休工人说，“{headline}，大家都说好。”"
        for headline, name, text in STORIES[first : first + 2]
    )


@pytest.fixture
def corrected(tmp_path):
    """An archive of two pages, on which an editor has made a column label of each such line."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, first in (("p1", 0), ("p2", 2)):
        (seeds / f"{name}.txt").write_text(slogan_page(first), "utf-8")
    loader.load([seeds])
    for article in Article.objects.all():
        changes = {"kicker": (SLOGAN, ""), "column": ("", SLOGAN)}
        loader.correct(article, changes, Correction.Kind.MISREAD, "是栏目", "王编")
    return seeds


def titles(text: str) -> list[tuple[str | None, str | None]]:
    articles = readers.read_page(text.encode()).articles
    return [tuple(text and text.value for text in (one.column, one.kicker)) for one in articles]


@pytest.mark.django_db
def test_it_learns_from_corrections(corrected):
    assert titles(slogan_page(4)) == [(None, SLOGAN)] * 2
    trained = train_own([], corrected=True)
    assert titles(slogan_page(4)) == [(SLOGAN, None)] * 2
    assert json.loads(trained.path.read_bytes())["about"]["pages"] == ["archive/p1", "archive/p2"]


@pytest.mark.django_db
def test_it_takes_corrections_that_it_has_learned_for_fulfilled(corrected):
    train_own([], corrected=True)
    report = loader.load([corrected])
    assert (report.loaded, report.conflicts) == (2, [])
    for article in Article.objects.all():
        assert (article.column, article.kicker, article.corrected) == (SLOGAN, "", [])
        assert article.printed["column"] == SLOGAN


@pytest.mark.django_db
def test_it_learns_nothing_of_a_headline_that_was_only_reworded(corrected):
    for article in Article.objects.all():
        corrections.append(article, "headline", f"{article.headline}了", "misread", "漏字", "王编")
    loader.load([corrected])
    train_own([], corrected=True)
    headlines = [one.headline.value for one in readers.read_page(slogan_page(4).encode()).articles]
    assert headlines == [STORIES[4][0], STORIES[5][0]]


@pytest.mark.django_db
def test_it_learns_from_pages_on_which_every_doubt_was_looked_at(tmp_path):
    write_lessons(tmp_path / "seeds", 2)
    loader.load([tmp_path / "seeds"])
    doubtful = {"code": "text", "start": 0, "end": 3, "score": 0.5, "runner_up": None}
    first, second = (page.articles.first() for page in Page.objects.order_by("key"))
    Article.objects.update(doubts=[], doubtful=0)
    Page.objects.update(doubts=[])
    Article.objects.filter(pk__in=[first.pk, second.pk]).update(doubts=[doubtful], doubtful=1)
    for article in (first, second):
        article.refresh_from_db()
        corrections.check(article, doubtful, "", "王编")
    Article.objects.filter(pk=first.pk).update(doubts=[], doubtful=0)
    assert [key for key, _ in examples_of_archive(readers.model())] == [first.page.key]


@pytest.mark.django_db
def test_it_finds_no_corrected_pages_where_nothing_is_corrected(tmp_path):
    with pytest.raises(Untrainable, match="没有可学的版面"):
        train_own([], corrected=True)
