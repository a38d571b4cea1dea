"""Whom or what a decision about names concerns, as the chief editor is shown them before deciding."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from articles.corrections.naming import COLUMN, PERSON, entries
from articles.corrections.printed import label
from articles.models import Article, Correction, Person
from articles.queries import ArticleQuerySet

EXAMPLES = 5


@dataclass(frozen=True)
class Party:
    """A person or a column: name, public address, how much there is of it, in which papers, some of it."""

    name: str
    address: str
    articles: int
    years: str
    papers: Sequence[tuple[str, int]]
    examples: Sequence[Article]
    sound: str = ""


def of_person(person: Person) -> Party:
    """A person as a party."""
    years = _span([int(year) for year in person.years if year])
    work = Article.objects.by(person)
    return Party(str(person), person.get_absolute_url(), person.articles, years, *_seen(work), person.pinyin)


def of_column(key: str) -> Party:
    """A column as a party."""
    work = Article.objects.in_column(key)
    label = work.order_by("-column").values_list("column", flat=True).first() or key
    years = _span([row["year"] for row in work.years()])
    return Party(label, reverse("column", args=[key]), work.count(), years, *_seen(work))


def _seen(work: ArticleQuerySet) -> tuple[list[tuple[str, int]], list[Article]]:
    papers = [(row["publication"], row["articles"]) for row in work.papers()]
    return papers, examples(work)


def examples(work: ArticleQuerySet) -> list[Article]:
    """The newest few, with their pages."""
    return list(work.newest_first().select_related("page").defer("page__text", "page__spans")[:EXAMPLES])


def _span(years: Sequence[int]) -> str:
    """2019—2024 年, 2019 年."""
    if not years:
        return "年份未知"
    first, last = min(years), max(years)
    return f"{first}—{last} 年" if first != last else f"{first} 年"


def history(address: str) -> list[Correction]:
    """The entries that speak of a person or column or lead to it, the newest first, with their `field_words`."""
    key = address.removeprefix(PERSON).removeprefix(COLUMN)
    kind = address[: len(address) - len(key)]
    told = (one for one in entries() if one.target.startswith(kind))
    found = [one for one in told if one.target == address or one.new.partition("\n")[0] == key][::-1]
    for entry in found:
        entry.field_words = label(entry.field)
    return found
