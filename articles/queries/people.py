"""People and the credits that name them."""

import re
from collections.abc import Iterable, Sequence

from django.db.models import Count, F, Q, QuerySet


class PersonQuerySet(QuerySet):
    """People whom bylines name."""

    def with_counts(self) -> "PersonQuerySet":
        """Only people with articles, each with how many: `articles`."""
        return self.annotate(articles=Count("bylines__article", distinct=True)).filter(articles__gt=0)

    def named(self, names: Iterable[str]) -> "PersonQuerySet":
        return self.filter(name__in=list(names))

    def busiest(self) -> "PersonQuerySet":
        return self.with_counts().order_by("-articles", "pinyin", "key")

    def beside(self, person) -> "PersonQuerySet":
        """The people who signed articles together with this one, with how many: `shared`."""
        together = Q(bylines__article__in=person.bylines.values("article"))
        return (
            self.exclude(pk=person.pk)
            .filter(together)
            .annotate(shared=Count("bylines__article", distinct=True))
            .order_by("-shared", "pinyin", "key")
        )

    def like(self, name: str) -> "PersonQuerySet":
        """People whose name has the same characters but one: 徐方 → 徐坊."""
        spellings = [re.escape(name[:place]) + "." + re.escape(name[place + 1 :]) for place in range(len(name))]
        return self.filter(name__regex=f"^({'|'.join(spellings)})$").exclude(name=name)


class BylineQuerySet(QuerySet):
    """Credits on articles and pictures."""

    def with_people(self) -> "BylineQuerySet":
        return self.select_related("person").order_by(
            "article_id", F("figure__position").asc(nulls_first=True), "position"
        )

    def naming(self, names: Sequence[str]) -> "BylineQuerySet":
        """Credits of these people, as printed or as they are called now."""
        return self.filter(Q(name__in=names) | Q(person__name__in=names))

    def roles(self) -> QuerySet:
        """{role, articles}: in which roles, how often."""
        return (
            self.order_by()
            .values("role", "action")
            .annotate(articles=Count("article", distinct=True))
            .order_by("-articles", "role")
        )
