"""Pages, and the issues and years that they make up."""

import datetime
import re
from collections.abc import Iterable

from django.db.models import CharField, Count, Expression, IntegerField, Max, Min, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Left

# Fields that lists leave in the database.
SOURCE = ("text", "spans", "marks", "furniture", "doubts")
HEAVY = (*SOURCE, "printed")
# What no article is told by.
BESIDES = ("text", "marks", "furniture", "doubts", "stated", "given")
UNDATED = 100
PARTS_RE = re.compile(r"\d+|\D+")


def year_of(field: str) -> Expression:
    """The year of a date as a number; a date begins with it in either database, and cutting it off is quick."""
    return Cast(Left(Cast(field, CharField()), 4), IntegerField())


def print_order(page) -> tuple:
    """Sorts pages as they lie in the paper: 1, 2, 10, A1, A2; unnumbered pages last."""
    parts = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in PARTS_RE.findall(page.number)]
    return (page.publication, not parts, parts, page.key)


class PageQuerySet(QuerySet):
    """Pages and the issues that they make up."""

    def on(self, day: datetime.date) -> "PageQuerySet":
        return self.filter(date=day)

    def for_lists(self) -> "PageQuerySet":
        """Without the source: a year of a daily is thousands of pages."""
        return self.defer(*HEAVY)

    def for_errata(self) -> "PageQuerySet":
        """With what was printed and how many articles they have, `count`."""
        return self.defer(*SOURCE).annotate(count=Count("articles"))

    def in_print_order(self) -> list:
        return sorted(self, key=print_order)

    def of_issue(self, page) -> "PageQuerySet":
        """The pages of the same paper and day; the page alone where its day is not known."""
        same = Q(date=page.date, publication=page.publication) if page.date else Q(pk=page.pk)
        return self.filter(same)

    def newest_issue(self) -> list:
        """The pages of the newest day in print order, or those of unknown date where no page has one."""
        dated = self.exclude(date=None)
        newest = dated.order_by("-date").values("date")[:1]
        return dated.for_lists().filter(date=newest).in_print_order() or self.undated()

    def undated(self) -> list:
        """Pages whose day is not known, as many as a reader can look through."""
        return self.filter(date=None).for_lists()[:UNDATED].in_print_order()

    def day_before(self, day: datetime.date) -> datetime.date | None:
        return self.filter(date__lt=day).aggregate(day=Max("date"))["day"]

    def day_after(self, day: datetime.date) -> datetime.date | None:
        return self.filter(date__gt=day).aggregate(day=Min("date"))["day"]

    def of_paper(self, publication: str) -> "PageQuerySet":
        return self.filter(publication=publication)

    def between(self, first: datetime.date, last: datetime.date) -> "PageQuerySet":
        return self.filter(date__range=(first, last))

    def of_unknown_day(self) -> "PageQuerySet":
        return self.filter(date=None)

    def days_counted(self) -> QuerySet:
        """{date, pages} of each day, None for pages of unknown day."""
        return self.order_by().values("date").annotate(pages=Count("pk"))

    def among(self, days: Iterable[datetime.date]) -> "PageQuerySet":
        return self.filter(date__in=list(days))

    def on_newest(self, days: int) -> "PageQuerySet":
        """The pages of so many days, the newest that have pages, and these first."""
        newest = self.exclude(date=None).order_by("-date").values("date").distinct()[:days]
        return self.filter(date__in=newest).order_by("-date")

    def by_year(self) -> QuerySet:
        """(publication, year, pages, issues, first, last) of every paper and year with a dated page, by name and year.

        first and last are the days of the issues held.
        """
        rows = self.exclude(date=None).order_by().annotate(year=year_of("date")).values_list("publication", "year")
        counted = rows.annotate(pages=Count("pk"), issues=Count("date", distinct=True))
        return counted.annotate(first=Min("date"), last=Max("date")).order_by("publication", "year")

    def paper_names(self) -> list[str]:
        """The name of every paper that is known, in order."""
        return list(
            self.exclude(publication="").order_by("publication").values_list("publication", flat=True).distinct()
        )

    def publications(self) -> QuerySet:
        """The names of the papers, each once."""
        return self.filter(publication__gt="").order_by("publication").values_list("publication", flat=True).distinct()

    def issues(self) -> QuerySet:
        """(publication, date) of every issue held, each once."""
        dated = self.exclude(date=None).order_by("publication", "date")
        return dated.values_list("publication", "date").distinct()

    def leaves(self) -> QuerySet:
        """(publication, date, number, basis of the date) of every dated page, without its text."""
        dated = self.exclude(date=None).order_by("publication", "date").annotate(basis=KT("bases__date"))
        return dated.values_list("publication", "date", "number", "basis")

    def totals(self) -> dict:
        """{pages, papers, first, last}: how many, and between which days."""
        papers = Count("publication", distinct=True, filter=~Q(publication=""))
        return self.aggregate(pages=Count("pk"), papers=papers, first=Min("date"), last=Max("date"))
