"""Pages, and the issues and years that they make up."""

import datetime
import re

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import ExtractYear

# Fields that lists leave in the database.
HEAVY = ("text", "spans", "marks", "furniture", "doubts", "printed")
UNDATED = 100
PARTS_RE = re.compile(r"\d+|\D+")


def print_order(page) -> tuple:
    """Sorts pages as they lie in the paper: 1, 2, 10, A1, A2; unnumbered pages last."""
    parts = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in PARTS_RE.findall(page.number)]
    return (page.publication, not parts, parts, page.key)


def page_spellings(number: str) -> set[str]:
    """A6 → A6, A06: how papers may print the number of a page."""
    letter, digits = number.rstrip("0123456789"), number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return {number, f"{letter}{digits.zfill(2)}"}


class PageQuerySet(QuerySet):
    """Pages and the issues that they make up."""

    def on(self, day: datetime.date) -> "PageQuerySet":
        return self.filter(date=day)

    def in_year(self, year: int) -> "PageQuerySet":
        return self.filter(date__gte=datetime.date(year, 1, 1), date__lte=datetime.date(year, 12, 31))

    def for_lists(self) -> "PageQuerySet":
        """Without the source: a year of a daily is thousands of pages."""
        return self.defer(*HEAVY)

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

    def days(self) -> QuerySet:
        """{date, pages, papers} of every day held."""
        rows = self.exclude(date=None).order_by().values("date")
        return rows.annotate(pages=Count("pk"), papers=Count("publication", distinct=True)).order_by("date")

    def years(self) -> QuerySet:
        """{year, days} in order."""
        rows = self.exclude(date=None).order_by().annotate(year=ExtractYear("date")).values("year")
        return rows.annotate(days=Count("date", distinct=True)).order_by("year")

    def totals(self) -> dict:
        """{pages, papers, first, last}: how many, and between which days."""
        papers = Count("publication", distinct=True, filter=~Q(publication=""))
        return self.aggregate(pages=Count("pk"), papers=papers, first=Min("date"), last=Max("date"))
