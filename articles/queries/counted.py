"""What is counted over a set of articles: columns, places, papers, years, days, months, totals."""

import datetime
from collections import Counter

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum

from articles.queries.pages import year_of
from articles.search.numbering import DAY_SIZE, undated_numbers

# Row numbers of the oldest dated and of the newest article.
ENDS = {"oldest": Min("number", filter=Q(number__gte=undated_numbers().stop)), "newest": Max("number")}


class CountedArticles(QuerySet):
    """Articles as numbers."""

    def columns(self) -> list[dict]:
        """{column, articles, oldest, newest} of every column, the fullest first; the last two are row numbers."""
        rows = self.filter(column_key__gt="").order_by().values("column_key")
        counted = rows.annotate(label=Max("column"), articles=Count("number"), **ENDS).order_by("-articles", "label")
        return [{"column": row.pop("label"), **row} for row in counted]

    def places(self) -> list[dict]:
        """{place, articles, oldest, newest} of every place that a dateline names, the fullest first."""
        rows = self.filter(place__gt="").order_by().values("place")
        return list(rows.annotate(articles=Count("number"), **ENDS).order_by("-articles", "place"))

    def papers(self) -> QuerySet:
        """{publication, articles}, the fullest first."""
        rows = self.exclude(page__publication="").order_by().values(publication=F("page__publication"))
        return rows.annotate(articles=Count("pk")).order_by("-articles", "publication")

    def years(self) -> QuerySet:
        """{year, articles} in order, undated pages left out."""
        rows = self.filter(page__date__isnull=False).order_by().annotate(year=year_of("page__date"))
        return rows.values("year").annotate(articles=Count("pk")).order_by("year")

    def days_counted(self) -> QuerySet:
        """{first, articles, last}: of each day, as its first row number, how many and when one last changed."""
        rows = self.order_by().values(first=F("number") / DAY_SIZE * DAY_SIZE)
        return rows.annotate(articles=Count("number"), last=Max("changed"))

    def totals(self) -> dict:
        """{articles, characters, doubts} of the whole set."""
        sums = {"characters": Sum("length", default=0), "doubts": Sum("doubtful", default=0)}
        return self.aggregate(articles=Count("pk"), **sums)

    def months_held(self) -> list[tuple[str, int]]:
        """(month, characters) of all dated articles, in order: ("2024-01", 81420)."""
        rows = self.filter(number__gte=undated_numbers().stop).order_by().values_list(F("number") / DAY_SIZE)
        months: Counter[str] = Counter()
        for day, characters in rows.annotate(characters=Sum("length")).order_by(F("number") / DAY_SIZE):
            months[f"{datetime.date.fromordinal(day):%Y-%m}"] += characters
        return list(months.items())
