"""Persons: who of the names in bylines is one, and how the name is sorted."""

import re
from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin

from articles.models import Person
from articles.reading import Credit
from articles.reading.bylines.likeness import is_plainly_name
from articles.reading.bylines.patterns import GIVING_RE, HAN_RE, INSTITUTION_RE
from articles.reading.bylines.surnames import COMPOUND_SURNAMES

# Surnames (also as Hong Kong writes them) whose reading is not the commonest one of their characters: 多音姓.
READINGS = """
    仇:qiu 解:xie 单:shan 查:zha 曾:zeng 区:ou 盖:ge 翟:zhai 乐:yue 覃:qin 洗:xian 朴:piao 缪:miao 繁:po 黑:he
    秘:bi 员:yun 种:chong 召:shao 佴:nai 隗:wei 祭:zhai 薄:bo 重:chong 都:du 角:jue 句:gou 阚:kan 郇:xun 乜:nie
    折:she 藏:zang 乘:sheng 适:kuo 弗:fei 粘:nian 乐正:yue+zheng 卜:bu 單:shan 區:ou 蓋:ge 樂:yue 繆:miao
    尉遲:yu+chi 長孫:zhang+sun 萬俟:mo+qi 單于:chan+yu 樂正:yue+zheng
"""
SURNAMES = {name: reading.replace("+", " ") for name, _, reading in (item.partition(":") for item in READINGS.split())}
# A longer name that ends like an institution's is one, whatever it did.
LONGEST_NAME = 4
NAME_LENGTH = 60


def is_person(credit: Credit) -> bool:
    """Whether the credit names a person: not 本报评论员, not the museum that gave the picture."""
    name = credit.name
    if not name or len(name) > NAME_LENGTH:
        return False
    gives = GIVING_RE.search(credit.action or "") is not None
    return not ((gives or len(name) > LONGEST_NAME) and INSTITUTION_RE.search(name) and not is_plainly_name(name))


def pinyin(name: str) -> str:
    """Toneless syllables, the surname in its own reading: 仇小方 → `qiu xiao fang`.

    Surname and given name are read apart: 兰若 is no temple here.
    """
    if not HAN_RE.match(name):
        return " ".join(_syllables(name))
    surname = name[:2] if name[:2] in SURNAMES or name[:2] in COMPOUND_SURNAMES else name[:1]
    own = SURNAMES.get(surname) or " ".join(_syllables(surname))
    return " ".join([own, *_syllables(name[len(surname) :])])


def _syllables(text: str) -> list[str]:
    return [
        syllable.lower()
        for syllable in lazy_pinyin(text, style=Style.NORMAL, errors=lambda run: re.findall(r"\w+", run))
    ]


def ensure(names: Iterable[str]) -> dict[str, Person]:
    """A person for each name, new ones stored."""
    wanted = set(names)
    known = {person.key: person for person in Person.objects.filter(key__in=wanted)}
    new = [Person(key=name, name=name, pinyin=pinyin(name)[:120]) for name in sorted(wanted - known.keys())]
    return known | {person.key: person for person in Person.objects.bulk_create(new)}


def unnamed() -> set[int]:
    """The persons (ids) whom no byline names."""
    return set(Person.objects.filter(bylines__isnull=True).values_list("id", flat=True))


def forget_unnamed(people: Iterable[int]) -> None:
    """Deletes those of the persons (ids) whom no byline names any more."""
    Person.objects.filter(id__in=set(people), bylines__isnull=True).delete()
