"""A real archive for the web test: the site's rows of made articles, and the index that the loader builds of them."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from tqdm import tqdm

from articles import holdings
from articles.loader import documents, people
from articles.models import Article, Byline, Load, Page, Person, Section
from tests.benchmarks.search.corpus import Story, stories

OPENING = 200


def make(size: int) -> None:
    """Fills the empty database of the settings with an archive of that many articles."""
    settings.ARCHIVE_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    started = datetime.now(UTC)
    with transaction.atomic():
        persons = people.ensure({one.person for one in stories(size)})
        pages = sum(1 for made in tqdm(_pages(size), "storing pages", unit="") if _store(made, persons))
        people.recount(person.pk for person in persons.values())
        gathered = holdings.gather()
        told = {"gathered": gathered, "holdings": holdings.count(gathered), "months": holdings.count_months()}
        Load.objects.create(started=started, reader="benchmark", pages=pages, articles=size, **told)
        documents.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _pages(size: int) -> Iterator[list[Story]]:
    """The articles page by page."""
    return (list(made) for _, made in groupby(stories(size), key=lambda one: (one.day, one.paper, one.page)))


def _store(made: list[Story], persons: Mapping[str, Person]) -> Page:
    first = made[0]
    page = Page.objects.create(
        key=f"{first.day}-{first.n}",
        publication=first.paper,
        date=first.day,
        number=str(first.page),
        bases=dict.fromkeys(("publication", "date", "number"), Page.Basis.PRINTED),
        text="\n\n".join(f"{one.stack}\n{one.body}" for one in made),
        encoding="utf-8",
    )
    rows = Article.objects.bulk_create([_article(one, page) for one in made])
    pairs = list(zip(rows, made, strict=True))
    Section.objects.bulk_create(Section(article=row, position=1, paragraphs=one.paragraphs) for row, one in pairs)
    Byline.objects.bulk_create(
        Byline(article=row, person=persons[one.person], position=1, name=one.person, role=one.role)
        for row, one in pairs
    )
    return page


def _article(one: Story, page: Page) -> Article:
    return Article(
        key=f"{one.n:016x}",
        number=one.number,
        page=page,
        position=one.position,
        column=one.column,
        headline=one.headline,
        subtitle=one.subtitle,
        place=one.place,
        length=sum(map(len, one.paragraphs)),
        opening=one.paragraphs[0][:OPENING],
    )
