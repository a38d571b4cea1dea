"""People and the credits that name them."""

from collections.abc import Iterable

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Left, Replace, StrIndex

SOUNDLESS = "#"


class PersonQuerySet(QuerySet):
    """People whom bylines name."""

    def with_counts(self) -> "PersonQuerySet":
        """Only people with articles: how many, `articles`, the loader has counted."""
        return self.filter(articles__gt=0)

    def by_sound(self) -> "PersonQuerySet":
        """As in a directory: by the sound of each character, then the character; names without a sound last."""
        return self.order_by("sorting", "key")

    def latest_first(self) -> "PersonQuerySet":
        return self.with_counts().order_by(F("latest").desc(nulls_last=True), "sorting", "key")

    def under(self, letter: str) -> "PersonQuerySet":
        """Those whose name begins with the sound of the letter; # for those without one."""
        first, after = ("{", "") if letter == SOUNDLESS else (letter.lower(), chr(ord(letter.lower()) + 1))
        return self.filter(sorting__gte=first, **({"sorting__lt": after} if after else {}))

    def beginning(self, head: str) -> "PersonQuerySet":
        """Those whose first sound and character are these: zhang!张."""
        return self.filter(sorting__gte=head, sorting__lt=f"{head}!")

    def letters(self) -> dict[str, int]:
        """How many people stand under each letter: {"A": 12, …}, those without a sound under #."""
        rows = self.with_counts().order_by().values(letter=Left("sorting", 1)).annotate(people=Count("pk"))
        counts = dict(rows.order_by("letter").values_list("letter", "people"))
        soundless = sum(count for letter, count in counts.items() if not "a" <= letter <= "z")
        letters = {letter.upper(): count for letter, count in counts.items() if "a" <= letter <= "z"}
        return letters | ({SOUNDLESS: soundless} if soundless else {})

    def heads(self) -> QuerySet:
        """{head, people}: first sound and character of names (zhang!张), how many bear them; the fullest first."""
        blank = StrIndex("sorting", Value(" "))
        head = Case(When(sorting__contains=" ", then=Left("sorting", blank - 1)), default=F("sorting"))
        return self.order_by().values(head=head).annotate(people=Count("pk")).order_by("-people", "head")

    def named(self, names: Iterable[str]) -> "PersonQuerySet":
        """Those of these names."""
        return self.filter(name__in=list(names))

    def like(self, typed: str) -> "PersonQuerySet":
        """Whose name holds the text, or sounds so from its beginning (xufang), the fullest first."""
        sound = "".join(typed.lower().split())
        spelt = self.annotate(spelt=Replace("pinyin", Value(" "), Value("")))
        return spelt.filter(Q(key__contains=typed.strip()) | Q(spelt__startswith=sound)).busiest()

    def busiest(self) -> "PersonQuerySet":
        return self.with_counts().order_by("-articles", "pinyin", "key")

    def beside(self, person, most: int = 8) -> list:
        """The people who signed articles together with this one, with how many: `shared`."""
        together = self.model._meta.get_field("bylines").related_model._default_manager.filter(
            article__in=person.bylines.values("article"), person__isnull=False
        )
        counted = together.exclude(person=person).order_by().values_list("person")
        shared = counted.annotate(shared=Count("article", distinct=True)).order_by("-shared", "person")[:most]
        return sorted(self._with_shared(dict(shared)), key=lambda other: (-other.shared, other.sorting))

    def _with_shared(self, counts: dict[int, int]) -> list:
        people = self.in_bulk(list(counts))
        for key, shared in counts.items():
            people[key].shared = shared
        return [people[key] for key in counts]


class BylineQuerySet(QuerySet):
    """Credits on articles and pictures."""

    def with_people(self) -> "BylineQuerySet":
        return self.select_related("person").order_by(
            "article_id", F("figure__position").asc(nulls_first=True), "position"
        )

    def for_rules(self) -> "BylineQuerySet":
        """With what tells namesakes apart: unit, article, paper."""
        seen = ("name", "affiliation", "article__key", "article__page__publication")
        return self.order_by("pk").select_related("article__page").only(*seen)

    def company(self, people: Iterable[int]) -> QuerySet:
        """(person, other) of these people (ids) with everyone who signed an article with them."""
        return self._together(people).values_list("person", "other").distinct()

    def company_by_paper(self, people: Iterable[int]) -> QuerySet:
        """(person, publication, other) of these people (ids) with everyone who signed with them in that paper."""
        return self._together(people).values_list("person", "article__page__publication", "other").distinct()

    def companions(self, people: Iterable[int]) -> QuerySet:
        """(person, other, article, publication, date) of these people (ids) with all who signed with them."""
        seen = "person", "other", "article", "article__page__publication", "article__page__date"
        return self._together(people).values_list(*seen).distinct()

    def _together(self, people: Iterable[int]) -> QuerySet:
        pairs = self.filter(person__in=list(people)).order_by().annotate(other=F("article__bylines__person"))
        return pairs.filter(other__isnull=False).exclude(other=F("person"))

    def columns_of(self, people: Iterable[int]) -> QuerySet:
        """(person, column) of these people (ids)."""
        rows = self.filter(person__in=list(people), article__column_key__gt="").order_by()
        return rows.values_list("person", "article__column_key").distinct()

    def whereabouts(self, people: Iterable[int]) -> QuerySet:
        """{person, publication, affiliation, articles}: for which paper and unit these people (ids) signed."""
        rows = self.filter(person__in=list(people)).order_by()
        named = rows.values("person", "affiliation", publication=F("article__page__publication"))
        return named.annotate(articles=Count("article", distinct=True)).order_by("person", "-articles")

    def other_names(self, name: str) -> QuerySet:
        """The printed names that are not this one, the most usual first."""
        rows = self.exclude(name=name).order_by().values("name").annotate(times=Count("pk"))
        return rows.order_by("-times", "name").values_list("name", flat=True)

    def roles(self) -> QuerySet:
        """{role, articles}: in which roles, how often."""
        return (
            self.order_by()
            .values("role", "action")
            .annotate(articles=Count("article", distinct=True))
            .order_by("-articles", "role", "action")
        )

    def units(self) -> QuerySet:
        """{affiliation, articles}: for which units, how often."""
        rows = self.exclude(affiliation="").order_by().values("affiliation")
        return rows.annotate(articles=Count("article", distinct=True)).order_by("-articles", "affiliation")

    def usual_roles(self, people: Iterable) -> dict[int, str]:
        """The role in which each of the people signs most often, by the person's row."""
        rows = self.filter(person__in=list(people)).exclude(role="").order_by().values_list("person", "role")
        counted = rows.annotate(times=Count("pk")).order_by("times", "-role")
        return {person: role for person, role, _ in counted}
