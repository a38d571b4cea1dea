"""The rows of an exported archive: what each table holds of a page, an article, a person, a correction."""

from collections.abc import Iterator
from typing import Any

from articles.bag import tables
from articles.bag.tables import Table
from articles.models import Article, Correction, Page, Person

Row = tuple[Table, tuple[Any, ...]]
FACTS = ("publication", "date", "number", "name")


def of_page(page: Page) -> Iterator[Row]:
    bases = [page.bases.get(fact, Page.Basis.UNKNOWN) for fact in FACTS]
    facts = page.key, page.publication, page.date and page.date.isoformat(), page.number, page.name
    yield tables.PAGES, (*facts, *map(str, bases), page.encoding, page.source, page.text)


def of_article(article: Article) -> Iterator[Row]:
    """The article and its parts; fetched `for_records()`."""
    sections = list(article.sections.all())
    lines = [line for part in sections for line in (part.heading, *part.paragraphs) if line]
    place = article.key, article.page.key, article.position
    titles = article.column, article.kicker, article.headline, article.subtitle, "\n".join(article.deck)
    dateline = article.agency, article.place, article.dateline_date
    joins = article.continued_from, article.continued_to, article.continues and article.continues.key
    text = int(article.truncated), article.length, "\n".join(lines)
    sureness = "、".join(article.corrected), article.doubtful, article.confidence
    yield tables.ARTICLES, (*place, *titles, *dateline, *joins, *text, *sureness)
    for number, section in enumerate(sections, 1):
        yield tables.SECTIONS, (article.key, number, section.heading, "\n".join(section.paragraphs))
    yield from _of_pictures(article)


def _of_pictures(article: Article) -> Iterator[Row]:
    """Its pictures, and the credits on it and on them."""
    places = {}
    for number, figure in enumerate(article.figures.all(), 1):
        places[figure.pk] = number
        yield tables.FIGURES, (article.key, number, figure.caption, figure.credit)
    for number, byline in enumerate(article.bylines.all(), 1):
        named = byline.name, byline.role, byline.affiliation, byline.action
        figure, person = places.get(byline.figure_id), byline.person and byline.person.key
        yield tables.BYLINES, (article.key, number, figure, *named, person)


def of_person(person: Person) -> Iterator[Row]:
    latest = person.latest and person.latest.isoformat()
    yield tables.PEOPLE, (person.key, person.name, person.note, person.pinyin, person.articles, latest)


def of_correction(entry: Correction) -> Iterator[Row]:
    """Without the editor, whom readers are not told either."""
    told = str(entry.pk), entry.target, entry.page, entry.field, entry.old, entry.new, entry.kind, entry.reason
    times = entry.created.isoformat(), entry.withdrawn and entry.withdrawn.isoformat()
    yield tables.CORRECTIONS, (*told, *times, entry.state)
