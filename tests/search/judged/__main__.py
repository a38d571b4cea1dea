"""`python -m tests.search.judged` prints the measures by class of query; with `-v` every query that is not perfect."""

import sys
from types import SimpleNamespace

import django
from django.conf import settings
from django.db import connection

from articles import search
from tests.search.judged.articles import Known
from tests.search.judged.measures import Measures
from tests.search.judged.trial import Outcome, archive, by_class, overall, trial

WORST = 6  # results shown of a query


def main(verbose: bool) -> None:
    """Builds the archive in memory, asks all queries, prints the table."""
    articles = _indexed()
    outcomes = trial(articles)
    print(f"{len(articles)} articles, {len(outcomes)} queries\n")
    print(f"{'':10}{'queries':>8}{'MRR':>8}{'nDCG@10':>9}{'recall@20':>11}")
    for kind, group in by_class(outcomes).items():
        print(_row(kind, len(group), overall(group)))
    print(_row("全部", len(outcomes), overall(outcomes)))
    for outcome in outcomes if verbose else ():
        if min(outcome.measures) < 0.995:
            print(_told(outcome, articles))


def _indexed() -> dict[int, Known]:
    """The archive, and an empty index in memory for it."""
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
    django.setup()
    with connection.cursor() as cursor:
        search.create_tables(SimpleNamespace(connection=connection, execute=cursor.execute))
    return archive()


def _row(name: str, count: int, measures: Measures) -> str:
    wide = name + " " * (10 - 2 * len(name))  # a Chinese character is two columns wide
    return f"{wide}{count:>8}{measures.mrr:>8.3f}{measures.ndcg:>9.3f}{measures.recall:>11.3f}"


def _told(outcome: Outcome, articles: dict[int, Known]) -> str:
    """The query, its measures, and its first results with their grades."""
    grades = outcome.judgement.grades
    found = (
        f"  {grades.get(number, 0)} {articles[number].key[:3]:4}{articles[number].part:9}{articles[number].headline}"
        for number in outcome.ranking[:WORST]
    )
    head = "{:.2f} {:.2f} {:.2f}".format(*outcome.measures)
    return "\n".join([f"\n{outcome.judgement.query}  ({head})", *found])


if __name__ == "__main__":
    main(verbose="-v" in sys.argv[1:])
