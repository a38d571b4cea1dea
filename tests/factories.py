"""Rows for tests, written directly: functions with defaults, so that a test states only what it is about."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import count

from articles import holdings, search
from articles.loader import people, ties
from articles.loader.documents import page_documents
from articles.loader.numbers import day_numbers
from articles.loader.quantities import quoted_in
from articles.loader.rows import ArticleRows
from articles.models import Article, Byline, Figure, Load, Page, Person, Quantity, Section

DAY = datetime.date(2024, 3, 7)
CHANGED = datetime.datetime(2026, 3, 1, 8, 30, tzinfo=datetime.UTC)
UNDATED = datetime.date(1, 1, 1)
numbers = count(1)


def make_page(
    key: str = "", *, publication: str = "江州日报", date: datetime.date | None = DAY, number: str = "1", **fields
) -> Page:
    key = key or f"page-{next(numbers)}"
    return Page.objects.create(
        key=key, publication=publication, date=date, number=number, encoding="utf-8", digest=key, **fields
    )


def make_person(name: str = "柳知和", pinyin: str = "liu zhi he", **fields) -> Person:
    return Person.objects.get_or_create(
        key=fields.pop("key", name),
        defaults={"name": name, "pinyin": pinyin, "sorting": people.sorting(name, pinyin), **fields},
    )[0]


def make_article(
    page: Page | None = None,
    *,
    headline: str = "沙渚湖泵站投运",
    sections: Sequence[tuple[str, Sequence[str]]] = (("", ["6日上午,泵站启动。", "汛期来临之前全部完工。"]),),
    bylines: Iterable[str | tuple] = (),
    figures: Iterable[tuple[str, Iterable]] = (),
    **fields,
) -> Article:
    """An article with its parts; a byline: name or (name, role, affiliation, action); a figure: (caption, bylines)."""
    page = page or make_page()
    serial = next(numbers)
    text = "".join(paragraph for _, paragraphs in sections for paragraph in paragraphs)
    defaults = {
        "key": f"article-{serial}",
        "number": day_numbers(page.date)[-1] - serial,
        "position": page.articles.count(),
        "opening": text[:200],
        "length": len(text),
        "changed": CHANGED,
    }
    article = Article.objects.create(page=page, headline=headline, **defaults | fields)
    for position, (heading, paragraphs) in enumerate(sections):
        Section.objects.create(article=article, position=position, heading=heading, paragraphs=list(paragraphs))
    _sign(article, bylines)
    for position, (caption, names) in enumerate(figures):
        _sign(article, names, Figure.objects.create(article=article, position=position, caption=caption))
    signed = set(article.bylines.exclude(person=None).values_list("person", flat=True))
    people.recount(signed)
    ties.recount(signed)
    return article


def _sign(article: Article, bylines: Iterable[str | tuple], figure: Figure | None = None) -> None:
    for position, byline in enumerate(bylines):
        name, role, affiliation, action = (*([byline, "记者"] if isinstance(byline, str) else byline), "", "", "")[:4]
        person = make_person(name) if name else None
        credit = {"name": name, "role": role, "affiliation": affiliation, "action": action}
        Byline.objects.create(article=article, figure=figure, person=person, position=position, **credit)


def quote(article: Article) -> list[Quantity]:
    """The numbers that the article quotes, as the loader writes them."""
    rows = ArticleRows(article, list(article.sections.all()), list(article.figures.all()), [])
    return Quantity.objects.bulk_create(quoted_in(rows))


def make_photo(
    page: Page | None = None, *, headline: str = "抢“鲜”上市", caption: str = "笋农忙着分拣。", **fields
) -> Article:
    """A picture printed by itself."""
    names = fields.pop("names", [("何若谷", "记者", "本报", "摄")])
    return make_article(
        page, headline=headline, sections=(), figures=[(caption, names)], opening=caption, length=0, **fields
    )


def make_load(**fields) -> Load:
    """The holdings told of what is there now, as after a load."""
    defaults = {"started": "2024-03-08T00:00Z", "pages": 0, "articles": 0}
    gathered = holdings.gather()
    defaults |= {"gathered": gathered, "holdings": holdings.count(gathered), "months": holdings.count_months()}
    return Load.objects.create(**defaults | fields)


def index(*articles: Article) -> None:
    """Put articles into the search, as the loader does."""
    numbers = {article.number for article in articles}
    pages = {article.page_id: article.page for article in articles}
    search.put(made for page in pages.values() for made in page_documents(page) if made.number in numbers)
