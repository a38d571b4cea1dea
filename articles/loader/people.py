"""Persons: who of the names in bylines is one, and how the name is sorted."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from articles.corrections.naming import Naming
from articles.corrections.splitting import Signature
from articles.models import Byline, Person
from articles.reading import Credit
from articles.reading.bylines.likeness import is_plainly_name
from articles.reading.bylines.patterns import GIVING_RE, INSTITUTION_RE
from articles.search.sounds import bare_name, pinyin

# A longer name that ends like an institution's is one, whatever it did.
LONGEST_NAME = 4
NAME_LENGTH = 60
# Names that do not begin with a letter's sound stand after z.
SOUNDLESS = "~"
SORTING_LENGTH = 240
BATCH = 500


def is_person(credit: Credit) -> bool:
    """Whether the credit names a person: not 本报评论员, not the museum that gave the picture."""
    name = credit.name
    if not name or len(name) > NAME_LENGTH:
        return False
    gives = GIVING_RE.search(credit.action or "") is not None
    return not ((gives or len(name) > LONGEST_NAME) and INSTITUTION_RE.search(name) and not is_plainly_name(name))


def who_signed(
    credits: Mapping[str, Iterable[Credit]], publication: str, naming: Naming
) -> dict[str, dict[Credit, Person]]:
    """{article: {credit: its person}} of the articles (keys) of a page; new persons are stored."""
    names = naming.names_of(list(credits))
    keys = {
        article: {
            credit: naming.person(signature(credit.name or "", credit.affiliation, publication, names[article]))
            for credit in signed
            if is_person(credit)
        }
        for article, signed in credits.items()
    }
    people = ensure(key for named in keys.values() for key in named.values())
    return {article: {credit: people[key] for credit, key in named.items()} for article, named in keys.items()}


def signature(name: str, affiliation: str | None, publication: str, articles: frozenset[str]) -> Signature:
    """What a byline says of who signed, the unit cut to what its column holds."""
    unit = (affiliation or "")[: Byline._meta.get_field("affiliation").max_length]
    return Signature(name, unit, publication, articles)


def ensure(keys: Iterable[str]) -> dict[str, Person]:
    """A person for each key, new ones stored."""
    wanted = set(keys)
    known = {person.key: person for person in Person.objects.filter(key__in=wanted)}
    new = [_person(key) for key in sorted(wanted - known.keys())]
    return known | {person.key: person for person in Person.objects.bulk_create(new)}


def _person(key: str) -> Person:
    """A new person: 张伟（金华） is called 张伟, with a note."""
    name = bare_name(key)
    sound = pinyin(name)[:120]
    return Person(key=key, name=name, note=key[len(name) :][1:-1], pinyin=sound, sorting=sorting(name, sound))


def sorting(name: str, sound: str) -> str:
    """As in a Chinese directory, by the sound of each character, then the character: one surname stays together.

    >>> sorting("何若谷", "he ruo gu")
    'he!何 ruo!若 gu!谷'
    """
    signs = [sign for sign in name if sign.isalnum()]
    pairs = [f"{syllable}!{sign}" for syllable, sign in zip(sound.split(), signs, strict=False)] or [name]
    return (("" if "a" <= pairs[0][:1] <= "z" else SOUNDLESS) + " ".join(pairs))[:SORTING_LENGTH]


def unnamed() -> set[int]:
    """The persons (ids) whom no byline names."""
    return set(Person.objects.filter(bylines__isnull=True).values_list("id", flat=True))


def recount(people: Iterable[int]) -> None:
    """Brings the counts of the persons (ids) in step with the bylines; deletes those whom none names any more."""
    ids = sorted(set(people))
    for start in range(0, len(ids), BATCH):
        _recount(ids[start : start + BATCH])


def _recount(ids: list[int]) -> None:
    days: dict[int, list[datetime.date | None]] = defaultdict(list)
    signed = Byline.objects.filter(person__in=ids).order_by().distinct()
    for person, _, day in signed.values_list("person", "article", "article__page__date"):
        days[person].append(day)
    Person.objects.filter(id__in=set(ids) - days.keys()).delete()
    counted = [Person(id=person, **_counts(of_person)) for person, of_person in days.items()]
    Person.objects.bulk_update(counted, ["articles", "years", "latest"])


def _counts(days: list[datetime.date | None]) -> dict:
    """{articles, years, latest} of someone who signed an article on each of the days."""
    years = Counter(str(day.year) if day else "" for day in days)
    return {
        "articles": len(days),
        "years": dict(sorted(years.items())),
        "latest": max(filter(None, days), default=None),
    }
