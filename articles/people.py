"""Persons: who of the names in bylines is one, and how the name is sorted."""

import re
from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin

from articles.models import Person
from articles.reading import Credit
from articles.reading.likeness import is_plainly_name
from articles.reading.patterns import GIVING_RE, INSTITUTION_RE

# Surnames whose reading is not the commonest one of the character; checked against the usual list of 多音姓.
READINGS = """
    仇:qiu 解:xie 单:shan 查:zha 曾:zeng 区:ou 盖:ge 翟:zhai
    任:ren 华:hua 乐:yue 覃:qin 冼:xian 洗:xian 朴:piao
    缪:miao 繁:po 黑:he 秘:bi 员:yun 种:chong 召:shao 宓:mi
    佴:nai 逄:pang 郗:xi 隗:wei 过:guo 燕:yan 应:ying 訾:zi
    祭:zhai 晁:chao 纪:ji 宁:ning 哈:ha 那:na 石:shi 葛:ge
    柏:bai 车:che 谌:chen 薄:bo 重:chong 都:du 角:jue 句:gou
    阚:kan 郇:xun 莘:shen 洪:hong 撒:sa 相:xiang 盛:sheng
    谷:gu 余:yu 牟:mou 尉:wei 干:gan 乜:nie 宿:su 曲:qu 台:tai
    折:she 沈:shen 贾:jia 行:xing 强:qiang 藏:zang 褚:chu
    呙:guo 眭:sui 乘:sheng 适:kuo 弗:fei 缴:jiao 粘:nian
    奇:qi 祝:zhu 长:zhang 少:shao 尉迟:yu+chi 万俟:mo+qi
    长孙:zhang+sun 令狐:ling+hu 澹台:tan+tai 皇甫:huang+fu
    单于:chan+yu 鲜于:xian+yu 夏侯:xia+hou 宰父:zai+fu
    亓官:qi+guan 钟离:zhong+li 宇文:yu+wen 慕容:mu+rong
    尔朱:er+zhu 呼延:hu+yan 司徒:si+tu 乐正:yue+zheng
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
    """Toneless syllables, the surname in its own reading: 仇小方 → `qiu xiao fang`."""
    for length in (2, 1):
        if reading := SURNAMES.get(name[:length]):
            return " ".join([reading, *_syllables(name[length:])])
    return " ".join(_syllables(name))


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
