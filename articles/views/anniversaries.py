"""往年今日: what the papers of this day opened with in earlier years."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.display.editions import editions
from articles.models import Article, Page

YEARS = 4
# Newspapers are not older than this.
OLDEST = 1800


def anniversaries(day: datetime.date) -> list[Article]:
    """The first text of the fullest paper of the same day in earlier years, the newest first, each with its page."""
    pages = Page.objects.among(_same_days(day)).on_newest(YEARS).for_lists()
    fronts = [
        front
        for _, group in groupby(pages, lambda page: page.date)
        if (front := next(iter(editions(group, {})[0].pages), None))
    ]
    return _leads(fronts)


def _same_days(day: datetime.date) -> Iterator[datetime.date]:
    for year in range(day.year - 1, OLDEST, -1):
        if day.month != 2 or day.day != 29 or year % 4 == 0 and (year % 100 or year % 400 == 0):
            yield day.replace(year=year)


def _leads(pages: Iterable[Page]) -> list[Article]:
    """The first text of each page that has one, in the order of the pages."""
    articles = Article.objects.on_pages(pages).for_titles()
    firsts: dict[int, Article] = {}
    for article in articles:
        if article.headline and not article.is_photo:
            firsts.setdefault(article.page_id, article)
    for page in pages:
        if page.pk in firsts:
            firsts[page.pk].page = page
    return [firsts[page.pk] for page in pages if page.pk in firsts]
