"""Articles: which, in what order, with what beside them."""

import datetime
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from articles.queries.pages import HEAVY, page_spellings
from articles.search import Filter, Found, Query, find
from articles.search.documents import POOL
from articles.search.fields import date_range

FROM, TO = Q(continued_from__gt=""), Q(continued_to__gt="")
NO_BEFORE, NO_AFTER = FROM & Q(continues__isnull=True), TO & Q(continuation__isnull=True)
# A story is followed over so many pages more.
STEPS = 3
# Where the named fields of a query are looked up; the others need more than that their text is there.
HOLDERS = {"column": "column", "place": "place", "paper": "page__publication"}


class ArticleQuerySet(QuerySet):
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

    def by(self, person) -> "ArticleQuerySet":
        """What the person wrote, photographed or helped with, each article once."""
        return self.filter(pk__in=person.bylines.values("article"))

    def in_column(self, name: str) -> "ArticleQuerySet":
        return self.filter(column=name)

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-number")

    def for_lists(self) -> "ArticleQuerySet":
        """With page, names and pictures, and whether the article is a picture by itself: four queries."""
        names_and_pictures = self.annotate(is_photo=self._is_photo()).prefetch_related(self._names(), "figures")
        return names_and_pictures.select_related("page").defer(*(f"page__{field}" for field in HEAVY))

    def matching(self, query: Query, order: str = "relevance") -> Found:
        """The numbers of the articles of this database that satisfy the query, the best (newest, oldest) first."""
        within = self.satisfying(query.filters).values("number") if query.filters else None
        return find(query, using=self.db, within=within, order=order, limit=POOL)

    def satisfying(self, filters: Iterable[Filter]) -> "ArticleQuerySet":
        """The articles that all the named fields of a query allow."""
        articles = self
        for item in filters:
            articles = articles.filter(self._allowed(item))
        return articles

    def _allowed(self, item: Filter) -> Q:
        if item.field == "person":
            return Q(pk__in=self._related("bylines").naming(item.values).values("article"))
        if item.field == "page":
            return Q(page__number__in=[number for value in item.values for number in page_spellings(value)])
        if item.field == "date":
            return reduce(or_, (Q(page__date__range=date_range(value)) for value in item.values))
        return reduce(or_, (Q(**{f"{HOLDERS[item.field]}__contains": value}) for value in item.values))

    def ranked(self, numbers: Sequence[int]) -> list:
        """The articles with these numbers, in the order of the numbers."""
        found = {article.number: article for article in self.filter(number__in=numbers)}
        return [found[number] for number in numbers if number in found]

    def for_titles(self) -> "ArticleQuerySet":
        """Only what a list of titles needs, in one query."""
        return self.annotate(is_photo=self._is_photo())

    def with_links(self) -> "ArticleQuerySet":
        """With the parts before and after them, and the pages of these."""
        pages = [f"{end}__page" for end in ("continues", "continuation")]
        return self.select_related(*pages).defer(*(f"{page}__{field}" for page in pages for field in HEAVY))

    def with_text(self) -> "ArticleQuerySet":
        return self.for_lists().prefetch_related("sections")

    def for_reading(self) -> "ArticleQuerySet":
        """With the text, and the page's source too."""
        return self.with_text().defer(None)

    def _related(self, name: str) -> QuerySet:
        return self.model._meta.get_field(name).related_model._default_manager.all()

    def _is_photo(self) -> Q:
        own = {"article": OuterRef("pk")}
        return Exists(self._related("figures").filter(**own)) & ~Exists(self._related("sections").filter(**own))

    def _names(self) -> Prefetch:
        return Prefetch("bylines", self._related("bylines").with_people())

    def columns(self) -> QuerySet:
        """{column, articles, first, last} of every column, the fullest first."""
        rows = self.exclude(column="").order_by().values("column")
        dates = {"first": Min("page__date"), "last": Max("page__date")}
        return rows.annotate(articles=Count("pk"), **dates).order_by("-articles", "column")

    def papers(self) -> QuerySet:
        """{publication, articles}, the fullest first."""
        rows = self.exclude(page__publication="").order_by().values(publication=F("page__publication"))
        return rows.annotate(articles=Count("pk", distinct=True)).order_by("-articles", "publication")

    def years(self) -> QuerySet:
        """{year, articles} in order, undated pages left out."""
        rows = self.filter(page__date__isnull=False).order_by().annotate(year=ExtractYear("page__date"))
        return rows.values("year").annotate(articles=Count("pk", distinct=True)).order_by("year")

    def totals(self) -> dict:
        """{articles, characters} of the whole set."""
        return self.aggregate(articles=Count("pk"), characters=Sum("length", default=0))
