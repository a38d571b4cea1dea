"""Articles, pages, people and corrections as objects: nothing is lost, nothing invented, and few queries."""

import json

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import records
from articles.corrections.targets import address, for_articles
from articles.loader import correct, load
from articles.models import Article, Byline, Correction, Figure, KeyChange, Page, Person
from articles.queries import with_articles
from articles.readers import read_page
from tests.factories import make_article, make_page, make_photo

OF_SCHEMA = (
    "headline", "kicker", "subtitle", "column", "deck", "dateline", "bylines", "sections", "figures",
    "continued_from", "continued_to", "truncated",
)  # fmt: skip


def whole(key: str | None = None) -> dict:
    rows = Article.objects.for_records()
    return next(records.of_articles(list(rows.filter(key=key) if key else rows), "https://archive.example"))


def _as_read(told: dict) -> dict:
    """What the reading schema has of an article."""
    for credit in (*told["bylines"], *(credit for figure in told["figures"] for credit in figure["credits"])):
        del credit["person"]
    for figure in told["figures"]:
        del figure["credit"]
    return {name: told[name] for name in OF_SCHEMA}


def erratum(article: Article, **fields) -> Correction:
    told = {"target": address(article), "page": article.page.key, "field": "headline", "old": "甲", "new": "乙"}
    return Correction.objects.create(**told | {"reason": "对照原报", "editor": "柳知和"} | fields)


@pytest.mark.django_db
class TestAnArticle:
    def test_it_says_what_the_reading_of_its_page_says(self):
        load([settings.BASE_DIR / "seeds", settings.BASE_DIR / "tests" / "pages"])
        for page in Page.objects.all():
            read = read_page(page.text.encode(), stated=dict(page.stated)).as_json()["articles"]
            told = records.of_articles(list(Article.objects.on_page(page).for_records()))
            assert [_as_read(json.loads(json.dumps(one))) for one in told] == read, page.key

    def test_it_has_null_for_what_is_not_printed(self):
        make_article(make_page(publication="", date=None, number=""), headline="", sections=())
        told = whole()
        for name in ("headline", "kicker", "dateline", "date", "publication", "continues", "continuation"):
            assert told[name] is None
        assert told["sections"] == told["figures"] == told["corrections"] == []
        assert (told["title"], told["date_basis"], told["page"]["number"]) == ("无题", "unknown", None)

    def test_it_gives_the_spans_of_its_own_text_and_its_doubts_in_words(self):
        page = make_page(text="甲乙", spans=[[0, 1, "headline", 1], [1, 2, "headline", 2]])
        doubt = {"code": "headline", "start": 0, "end": 1, "score": 0.5, "runner_up": "kicker"}
        make_article(page, position=1, doubts=[doubt], doubtful=1)
        told = whole()
        assert told["spans"] == [[0, 1, "headline"]]
        assert told["doubts"] == [{**doubt, "said": "题目各行的主次，没有把握，也可能是引题"}]

    def test_it_tells_corrections_of_the_article_and_its_page_but_not_who_made_them(self):
        article = make_article()
        erratum(article)
        Correction.objects.create(target=address(article.page), field="date", new="2024-03-07", reason="据电头")
        erratum(article, state=Correction.State.WITHDRAWN)
        told = whole()["corrections"]
        assert [(one["of"], one["label"], one["old"], one["new"]) for one in told] == [
            ("article", "主题", "甲", "乙"),
            ("page", "出版日期", None, "2024-03-07"),
        ]
        assert "柳知和" not in json.dumps(whole(), ensure_ascii=False)

    def test_it_names_the_parts_before_and_after_it(self):
        first = make_article(headline="上")
        second = make_article(headline="下", continues=first)
        assert whole(first.key)["continuation"]["key"] == second.key
        told = whole(second.key)["continues"]
        assert told == {"key": first.key, "title": "上", "url": f"https://archive.example/articles/{first.key}/"}

    def test_it_asks_as_often_for_many_as_for_one(self):
        def asked() -> int:
            with CaptureQueriesContext(connection) as queries:
                list(records.of_articles(list(Article.objects.for_records())))
            return len(queries)

        erratum(make_article(bylines=["程野"], figures=[("堤上", ["程野"])]))
        few = asked()
        for _ in range(5):
            erratum(make_article(bylines=["程野"], figures=[("堤上", ["何若谷"])]))
        assert asked() == few <= 9


@pytest.mark.django_db
class TestTheJournalOfManyArticles:
    def test_it_is_that_of_each_page_by_itself(self):
        one, other = make_article(key="aaaaaaaaaa"), make_article(key="bbbbbbbbbb")
        entry, former = erratum(one), erratum(other, target="article:cccccccccc")
        KeyChange.objects.create(old="cccccccccc", new=other.key)
        erratum(one, target="article:dddddddddd")
        assert for_articles([one, other]) == {one.key: [entry], other.key: [former]}

    def test_it_keeps_an_entry_with_its_own_printing_of_a_text(self):
        one, other = make_article(key="aaaaaaaaaa"), make_article(key="aaaaaaaaaa-9x2f")
        entry = erratum(other, target=address(one))
        assert for_articles([one, other]) == {one.key: [], other.key: [entry]}


@pytest.mark.django_db
class TestOtherRows:
    def test_it_tells_a_page_with_its_text(self):
        page = make_page(text="甲", spans=[[0, 1, "headline", 1]], bases={"date": "inferred"}, furniture=["版头"])
        told = records.of_page(page, [{"key": "k"}])
        assert (told["text"], told["spans"], told["furniture"]) == ("甲", [[0, 1, "headline", 1]], ["版头"])
        assert told["bases"] == {"publication": "unknown", "date": "inferred", "number": "unknown", "name": "unknown"}

    def test_it_tells_a_person_with_years_and_roles(self):
        make_article(bylines=["程野"])
        make_article(make_page(date=None), bylines=[("程野", "", "", "摄")])
        told = records.of_person(Person.objects.get(), Byline.objects.roles())
        assert told["years"] == {"2024": 1, "undated": 1} and told["articles"] == 2
        assert {"role": None, "action": "摄", "articles": 1} in told["roles"]

    def test_it_tells_columns_and_places_with_their_days(self):
        make_article(column="潮声", place="湖州")
        column, place = records.of_column(Article.objects.columns()[0]), records.of_place(Article.objects.places()[0])
        assert (column["name"], column["articles"], column["first"]) == ("潮声", 1, "2024-03-07")
        assert place["url"] == "/places/%E6%B9%96%E5%B7%9E/"

    def test_it_tells_a_picture_with_its_article(self):
        article = make_photo()
        told = records.photo(with_articles(Figure.objects.all()).get())
        assert told["credits"][0]["name"] == "何若谷" and told["article"]["key"] == article.key

    def test_it_tells_a_correction_whose_article_is_gone(self):
        entry = erratum(make_article())
        assert records.of_erratum(entry, None)["about"] is None


@pytest.mark.django_db
def test_it_tells_what_an_editor_made_of_it(tmp_path):
    load([settings.BASE_DIR / "seeds"])
    article = Article.objects.exclude(headline="").first()
    correct(article, {"headline": (article.headline, "改过的题")}, "misread", "对照原报", "柳知和")
    told = whole(article.key)
    assert told["headline"] == "改过的题" and told["printed"]["headline"] == article.headline
    assert told["corrected"] == ["headline"] and told["corrections"][0]["new"] == "改过的题"
