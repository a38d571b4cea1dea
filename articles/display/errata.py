"""勘误: what readers are told of the journal, by day."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from articles.corrections.printed import LABELS, label
from articles.display.wording import as_read
from articles.models import Article, Correction, Page

KINDS = {"misread": "误读", "misprint": "原报有误", "confirmed": "推断已确认"}


@dataclass
class Erratum:
    """One correction beside what it speaks of (None where that has left the archive)."""

    entry: Correction
    home: Article | Page | None

    @property
    def kind(self) -> str:
        return KINDS[self.entry.erratum]

    @property
    def field(self) -> str:
        return label(self.entry.field).replace(LABELS["date"], "日期")

    @property
    def page(self) -> Page | None:
        return self.home.page if isinstance(self.home, Article) else self.home

    @property
    def title(self) -> str:
        """What the link says: the article's title, 全版 8 篇."""
        return self.home.title if isinstance(self.home, Article) else f"全版 {self.home.count} 篇" if self.home else ""

    @property
    def old(self) -> str:
        return as_read(self.entry.field, self.entry.old)

    @property
    def new(self) -> str:
        return as_read(self.entry.field, self.entry.new)

    @property
    def printed(self) -> str:
        """The print, where it is neither of the two: the entry corrects an earlier correction."""
        printed = self.home.printed.get(self.entry.field, "") if self.home else ""
        return "" if printed in (self.entry.old, self.entry.new) else as_read(self.entry.field, printed)


def by_day(
    entries: Iterable[Correction], homes: Mapping[Correction, Article | Page]
) -> Iterator[tuple[datetime.date, list[Erratum]]]:
    """Entries in their order, those of one day together."""
    for day, group in groupby(entries, lambda entry: timezone.localdate(entry.created)):
        yield day, [Erratum(entry, homes.get(entry)) for entry in group]
