"""缩小范围: what the results have in common, each a link to the query narrowed by it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import Article, Byline
from articles.search.query import Query, parse
from articles.templatetags.press import page_number
from articles.views.listing import by_sound

SHOWN = 6


@dataclass(frozen=True)
class Choice:
    """One value with its count, and the query narrowed to it."""

    text: str
    count: int
    query: str


def facets(query: Query, numbers: Sequence[int]) -> list[tuple[str, list[Choice]]]:
    """(报纸, choices), (年份, choices) … over the results; facets without a choice to make are left out."""
    rows = list(
        Article.objects.filter(number__in=numbers).values_list(
            "page__publication", "page__date__year", "column", "page__number"
        )
    )
    papers, years, columns, pages = (Counter(filter(None, values)) for values in zip(*rows, strict=True))
    named = Byline.objects.filter(article__number__in=numbers).exclude(name="")
    people = Counter(name for _, name in set(named.values_list("article", "name")))
    groups = (
        ("报纸", "报纸", _fullest(papers)),
        ("年份", "日期", sorted(years.items(), reverse=True)),
        ("署名", "记者", _fullest(people)),
        ("栏目", "栏目", _fullest(columns)),
        ("版次", "版", _fullest(pages)),
    )
    return [(word, choices) for word, label, counts in groups if (choices := _choices(query, label, counts, len(rows)))]


def _fullest(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent first; those alike by their sound, so that the order is the same in every process."""
    return sorted(counts.items(), key=lambda item: (-item[1], by_sound(item[0])))


def _choices(query: Query, label: str, counts: Iterable[tuple], total: int) -> list[Choice]:
    """The values that would leave something out and something over."""
    written = {"版": page_number, "日期": lambda year: f"{year}年"}.get(label, str)
    telling = [(value, count) for value, count in counts if count < total]
    return [Choice(written(value), count, narrowed(query, label, str(value))) for value, count in telling[:SHOWN]]


def narrowed(query: Query, label: str, value: str) -> str:
    """The query with one more named field, as one would type it."""
    quoted = f'"{value}"' if " " in value else value
    return str(parse(f"{query} {label}:{quoted}"))
