"""数字:>100亿元: articles that quote such a number, from the indexes of the table of quoted numbers."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from types import ModuleType

from django.db import connections

from articles.reading.quantities import Sought, read_sought
from articles.search.conditions import Condition, joined

# The numbers of articles are looked up first if the table has no more than so many rows that fit; else each article
# that the rest of the query leads to is looked at.
FEW = 5_000
_INDEXED = "{}".format


def quoting(values: Sequence[str], column: str, using: str, engine: ModuleType) -> Condition:
    """That the article whose number is in the column quotes a number that one of the values means."""
    asked = [sought for value in values if (sought := read_sought(value))]
    known = [_articles(sought, using) for sought in asked]
    if all(numbers is not None for numbers in known):
        found: Condition = engine.among(column, sorted({number for numbers in known for number in numbers or ()}))
        return found
    return _each(asked, column)


def _articles(sought: Sought, using: str) -> list[int] | None:
    """The numbers of the articles, None if the table has too many rows for that: so many are counted in an index."""
    fits = _fits(sought, _INDEXED, _INDEXED)
    rows = f"SELECT article_id FROM articles_quantity WHERE {fits.sql}"
    with connections[using].cursor() as cursor:
        counted = f"SELECT 1 FROM articles_quantity WHERE {fits.sql} LIMIT {FEW + 1}"
        cursor.execute(f"SELECT count(*) FROM ({counted}) AS q", fits.params)
        if cursor.fetchone()[0] > FEW:
            return None
        cursor.execute(
            f"SELECT a.number FROM ({rows}) AS q JOIN articles_article AS a ON a.id = q.article_id", fits.params
        )
        return [number for (number,) in cursor.fetchall()]


def _each(asked: Sequence[Sought], column: str) -> Condition:
    """One article after the other, its numbers by its own index: written so, unit and value lead to no other."""
    fits = joined(" OR ", [_fits(sought, "q.{} || ''".format, "q.{} + 0".format) for sought in asked])
    rows = "articles_article AS a JOIN articles_quantity AS q ON q.article_id = a.id"
    return Condition(
        f"(SELECT 1 FROM {rows} WHERE a.number = {column} AND ({fits.sql}) LIMIT 1) IS NOT NULL", fits.params
    )


def _fits(sought: Sought, text: Callable[[str], str], number: Callable[[str], str]) -> Condition:
    """That a row is what is sought; text and number write a column."""
    conditions = [
        *([Condition(f"{text('unit')} = %s", (sought.unit,))] if sought.unit else []),
        *([Condition(f"{text('change')} = %s", (sought.change,))] if sought.change else []),
        *_bound(number("value"), ">" if sought.above else ">=", sought.low),
        *_bound(number("value"), "<" if sought.below else "<=", sought.high),
    ]
    return joined(" AND ", conditions)


def _bound(value: str, sign: str, end: Decimal | None) -> list[Condition]:
    return [] if end is None else [Condition(f"{value} {sign} %s", (float(end),))]
