"""How like one person's name a word is: by its surname, given characters, Tibetan, Uyghur or Mongol elements."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import inf

from articles.reading.bylines.patterns import DOTTED_NAME_RE, HAN_RE, PLACE_END_RE
from articles.reading.bylines.stopwords import EVERYDAY, EVERYDAY_THREE, NEVER, OFFICE_ENDINGS, OPENINGS, PARTICLES
from articles.reading.bylines.surnames import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    CURRENT_SURNAMES,
    ELEMENTS,
    GIVEN_CHARACTERS,
    LONGEST_ELEMENT,
    SURNAMES,
)

USUAL_SURNAMES = frozenset(COMMON_SURNAMES) | CURRENT_SURNAMES
# Hardly an everyday word begins with one of these.
_WORDS = Counter(word[0] for word in EVERYDAY | EVERYDAY_THREE | NEVER)
PURE_SURNAMES = frozenset(surname for surname in USUAL_SURNAMES if _WORDS[surname] <= 3)
# Compound surnames that are everyday words too: 东方明珠, 百里挑一.
WORDLIKE_COMPOUNDS = frozenset(["东方", "百里", "第五", "南门", "西门", "东门", "南宫", "太史", "微生", "谷梁", "左丘"])
# From 0 for 王 to 0.3 for the hundredth of the common surnames.
SURNAME_COSTS = (
    dict.fromkeys(SURNAMES, 1.5)
    | dict.fromkeys(CURRENT_SURNAMES, 0.5)
    | {surname: 0.003 * rank for rank, surname in enumerate(COMMON_SURNAMES)}
)
# Looked up first: most words have neither.
ELEMENT_HEADS = frozenset(element[:2] for element in ELEMENTS)
ELEMENT_TAILS = frozenset(element[-2:] for element in ELEMENTS)
# Signs that foreign names are written with.
TRANSCRIBING = frozenset(
    "阿埃艾安奥巴贝本比彼伯波博布查达戴丹德登迪蒂多恩尔法菲费弗福戈格古哈海汉赫亨霍基吉加杰金卡凯坎科克肯库昆拉莱兰朗劳雷里"
    "利立林卢鲁伦罗洛马玛迈曼梅米密莫姆娜纳内尼诺帕佩皮普奇乔切茨瑞萨塞瑟森沙山什史斯索苏塔泰特托瓦韦威维温沃西希夏谢辛休"
    "雅亚杨耶伊尤约泽扎詹朱兹佐顿邦宾策差代俄根贡哥琼洪芒穆南努欧潘庞让热荣桑圣坦廷图万翁武延尹赞"
)
LONGEST_NAME = 4
LONGEST_MINORITY_NAME = 8


@lru_cache(maxsize=16384)
def known_cost(word: str) -> float:
    """How unlikely a plain word is as one name with a known surname or name element; infinite where it is none."""
    if len(word) < 2 or word in NEVER:
        return inf
    if "·" in word:
        return 0.3 if DOTTED_NAME_RE.fullmatch(word) else inf
    if len(word) > LONGEST_MINORITY_NAME or not HAN_RE.fullmatch(word) or word.endswith(OFFICE_ENDINGS):
        return inf
    return min(_surname_cost(word), _element_cost(word))


def may_be_unknown(word: str) -> bool:
    """Whether a word after a role and a blank may be a name though no surname is known: 阿尔丹克."""
    if not 2 <= len(word) <= LONGEST_NAME or not HAN_RE.fullmatch(word):
        return False
    if word in NEVER or word in EVERYDAY or word.endswith(OFFICE_ENDINGS) or word[0] in OPENINGS:
        return False
    return PARTICLES.isdisjoint(word) and not any(word[at : at + 2] in NEVER for at in range(len(word) - 1))


def is_plainly_name(word: str) -> bool:
    """Whether a word alone is a name: a usual surname, likely characters, no everyday word; `牧 之` for its blank."""
    name = word.replace(" ", "")
    if known_cost(name) == inf:
        return False
    if len(name) < len(word):
        return True
    if "·" in name:
        return name[-2:] in ELEMENTS or name[:2] in ELEMENTS or _is_transcribed(name)
    if _tiles(name) > 1 or (name in ELEMENTS and len(name) > 2):
        return True
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[:2] not in WORDLIKE_COMPOUNDS
    return name[0] in USUAL_SURNAMES and len(name) <= 3 and _is_no_word(name)


def _is_transcribed(name: str) -> bool:
    """Whether a foreign name's signs are those used for sounds: 亚瑟·克鲁姆, not 行进·看变化."""
    signs = name.replace("·", "")
    return len(signs) > 3 and 4 * sum(sign in TRANSCRIBING for sign in signs) >= 3 * len(signs)


def is_pen_name(word: str) -> bool:
    """Whether two characters without a surname may be a pen name: 晓东."""
    return len(word) == 2 and all(map(is_given, word)) and word not in NEVER and word not in EVERYDAY


def _is_no_word(name: str) -> bool:
    if name in EVERYDAY or name in EVERYDAY_THREE:
        return False
    if name[0] in PURE_SURNAMES:
        return True
    likely = [is_given(char) for char in name[1:]]
    if PLACE_END_RE.search(name):
        return False
    return any(likely) if name[:2] not in EVERYDAY else likely[-1]


def is_given(char: str) -> bool:
    """Whether given names are made of such characters; the rarest ones occur in names only (陈䶮)."""
    return char in GIVEN_CHARACTERS or "\u3400" <= char < "\u4e00" or char > "\u9fa5"


def _surname_cost(word: str) -> float:
    if not PARTICLES.isdisjoint(word):
        return inf
    if word[:2] in COMPOUND_SURNAMES and 3 <= len(word) <= LONGEST_NAME:
        return 0.2 + _given_cost(word[2:])
    if word[0] not in SURNAMES:
        return inf
    if len(word) <= 3:
        return SURNAME_COSTS[word[0]] + _given_cost(word[1:]) + (0.5 if len(word) == 2 else 0.0)
    if len(word) == LONGEST_NAME and word[0] in USUAL_SURNAMES and word[1] in USUAL_SURNAMES:
        return 2.5 + _given_cost(word[2:])
    return inf


def _given_cost(given: str) -> float:
    return sum(0.4 for char in given if not is_given(char))


def _element_cost(word: str) -> float:
    """The cost of a Tibetan, Uyghur, Kazakh or Mongol name: made of elements, or with one at an end."""
    if word[:2] not in ELEMENT_HEADS and word[-2:] not in ELEMENT_TAILS:
        return inf
    count = _tiles(word)
    if count:
        return 0.3 if count > 1 else 1.5
    if 3 <= len(word) <= LONGEST_MINORITY_NAME:
        ends = (word[:length] in ELEMENTS or word[-length:] in ELEMENTS for length in range(2, LONGEST_ELEMENT + 1))
        return 2.2 if any(ends) else inf
    return inf


def _tiles(word: str) -> int:
    """Of how many name elements a word consists, nothing left over; 0 if it does not."""
    counts = [0] + [-1] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - LONGEST_ELEMENT), end - 1):
            if counts[start] >= 0 and word[start:end] in ELEMENTS:
                counts[end] = counts[start] + 1
    return max(counts[-1], 0)
