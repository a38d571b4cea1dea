"""Articles: which, in what order, with what beside them."""

import datetime
from collections.abc import Iterable, Sequence
from functools import cache

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Prefetch, Q, QuerySet

from articles.keys import column_key
from articles.queries.counted import CountedArticles
from articles.queries.pages import BESIDES, HEAVY
from articles.search import Found, Months, Query, find, months
from articles.search.documents import POOL

FROM, TO = Q(continued_from__gt=""), Q(continued_to__gt="")
NO_BEFORE, NO_AFTER = FROM & Q(continues__isnull=True), TO & Q(continuation__isnull=True)
# A story is followed over so many pages more.
STEPS = 3
RENAMED = 8  # a key may have changed more than once


@cache
def is_photo(articles: type[Model]) -> Q:
    """That an article has a picture and no text."""
    rows = (articles._meta.get_field(name).related_model._default_manager for name in ("figures", "sections"))
    pictures, texts = (Exists(own.filter(article=OuterRef("pk"))) for own in rows)
    return pictures & ~texts


class ArticleQuerySet(CountedArticles):
    """Articles; lists and reading want different companions, fetched in a fixed number of queries."""

    def on_page(self, page) -> "ArticleQuerySet":
        return self.filter(page=page).order_by("position")

    def on_pages(self, pages: Iterable) -> "ArticleQuerySet":
        return self.filter(page__in=list(pages)).order_by("page_id", "position")

    def on(self, day: datetime.date) -> "ArticleQuerySet":
        return self.filter(page__date=day)

    def of_issue(self, publication: str, day: datetime.date | None) -> "ArticleQuerySet":
        """The articles of one paper of one day."""
        return self.filter(page__publication=publication, page__date=day)

    def turned(self) -> "ArticleQuerySet":
        """Parts of stories on several pages: those with a 上接 or 下转 mark."""
        return self.filter(FROM | TO)

    def linked(self) -> "ArticleQuerySet":
        """Parts whose story is known on another page."""
        return self.filter(Q(continues__isnull=False) | Q(continuation__isnull=False))

    def lacking_before(self) -> "ArticleQuerySet":
        """Parts with a 上接 mark whose beginning is not known."""
        return self.filter(NO_BEFORE)

    def lacking_after(self) -> "ArticleQuerySet":
        """Parts with a 下转 mark whose rest is not known."""
        return self.filter(NO_AFTER)

    def with_loose_ends(self) -> "ArticleQuerySet":
        """Parts that lack what precedes or what follows."""
        return self.filter(NO_BEFORE | NO_AFTER)

    def story(self, key: str) -> "ArticleQuerySet":
        """The article of this key, the part it goes on from, and those that go on from it, as many as are shown."""
        ways = ["continuation__key", *("continues__" * steps + "key" for steps in range(STEPS + 1))]
        parts = [self.model._default_manager.filter(**{way: key}).order_by().values("pk") for way in ways]
        return self.filter(pk__in=parts[0].union(*parts[1:]))

    def called(self, key: str):
        """The article of this key, or the one that was called so before a later reading; None if there is none."""
        former = apps.get_model("articles", "KeyChange")._default_manager
        for _ in range(RENAMED):
            if article := self.filter(key=key).first():
                return article
            key = former.filter(old=key).values_list("new", flat=True).first() or ""
        return None

    def by(self, person) -> "ArticleQuerySet":
        """What the person wrote, photographed or helped with, each article once."""
        return self.filter(pk__in=person.bylines.values("article"))

    def signed_by(self, key: str) -> "ArticleQuerySet":
        """What the person of this key wrote, photographed or helped with."""
        return self.filter(pk__in=self._related("bylines").filter(person__key=key).values("article"))

    def pictured_by(self, person) -> "ArticleQuerySet":
        """The articles with a picture that the person took."""
        return self.filter(pk__in=person.bylines.filter(figure__isnull=False).values("article"))

    def in_column(self, name: str) -> "ArticleQuerySet":
        """Under this label, however it is spaced out: 社　评 and 社评 are one column."""
        return self.filter(column_key=column_key(name))

    def from_place(self, name: str) -> "ArticleQuerySet":
        return self.filter(place=name)

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-number")

    def numbered(self, numbers: range) -> "ArticleQuerySet":
        """Those with row numbers of this range, the newest first."""
        return self.filter(number__gte=numbers.start, number__lt=numbers.stop).newest_first()

    def latest_changed(self) -> "ArticleQuerySet":
        """What was taken in or changed last comes first."""
        return self.order_by("-changed", "-pk")

    def for_lists(self) -> "ArticleQuerySet":
        """With page, names and pictures, and whether the article is a picture by itself: four queries."""
        names_and_pictures = self.annotate(is_photo=is_photo(self.model)).prefetch_related(self._names(), "figures")
        return names_and_pictures.select_related("page").defer(*(f"page__{field}" for field in HEAVY))

    def matching(self, query: Query, order: str = "relevance", **options) -> Found:
        """The numbers of the articles of this database that satisfy the query, the best (newest, oldest) first.

        options: offset, limit (all that are ranked, if not given), facets; see search.find.
        """
        return find(query, using=self.db, order=order, **{"limit": POOL} | options)

    def months(self, query: Query) -> Months:
        """How many articles of this database satisfy the query in each month; see search.months."""
        return months(query, self.db)

    def ranked(self, numbers: Sequence[int]) -> list:
        """The articles with these numbers, in the order of the numbers."""
        found = {article.number: article for article in self.filter(number__in=numbers)}
        return [found[number] for number in numbers if number in found]

    def for_titles(self) -> "ArticleQuerySet":
        """Only what a list of titles needs, in one query."""
        return self.annotate(is_photo=is_photo(self.model))

    def for_errata(self) -> "ArticleQuerySet":
        """Titles with what was printed, and their pages, in one query."""
        page = (f"page__{name}" for name in ("key", "publication", "date", "number", "bases"))
        return self.select_related("page").only("key", "headline", "opening", "printed", "position", *page)

    def with_links(self) -> "ArticleQuerySet":
        """With the parts before and after them, and the pages of these."""
        pages = [f"{end}__page" for end in ("continues", "continuation")]
        return self.select_related(*pages).defer(*(f"{page}__{field}" for page in pages for field in HEAVY))

    def with_text(self) -> "ArticleQuerySet":
        return self.for_lists().prefetch_related("sections")

    def for_writing(self) -> "ArticleQuerySet":
        """With all that is written of an article: its names in printed order and its parts."""
        return self.prefetch_related(self._names(), "figures", "sections")

    def for_reading(self) -> "ArticleQuerySet":
        """With the text, and the page's source too."""
        return self.with_text().defer(None)

    def for_records(self) -> "ArticleQuerySet":
        """With all that is told of an article outside its page's text: seven queries."""
        rest = (f"page__{field}" for field in BESIDES)
        return self.with_text().defer(None).defer(*rest).with_links()

    def _related(self, name: str) -> QuerySet:
        return self.model._meta.get_field(name).related_model._default_manager.all()

    def _names(self) -> Prefetch:
        return Prefetch("bylines", self._related("bylines").with_people())
