"""Setting Chinese: full-width signs for reading, and the places where a headline may break."""

import re
from functools import lru_cache
from operator import ne
from unicodedata import east_asian_width

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import words
from articles.folding import fold

WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
NARROW_RE = re.compile(r"[,;:?!()]")
# Signs that Latin text uses too: what a sign stands beside is looked for behind them, on each side.
SEE_THROUGH = {-1: frozenset("”’—…·"), 1: frozenset("“‘—…·")}

TOKEN_RE = re.compile(r"[㐀-䶿一-鿿豈-﫿〇々\U00020000-\U0003ffff]+|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.%‰℃]+|—+|…+|.", re.DOTALL)
HAN_RE = re.compile(r"[一-鿿]+")
ALNUM_RE = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ%‰℃]")
COUNT_RE = re.compile(r"[0-9０-９.][多余几来约万亿千百十]*$")
OPENING = frozenset("“‘《〈（〔【「『([")
CLOSING = frozenset("”’》〉）〕】」』)]，。、；：？！,;:?!…—～·")
STOPS = frozenset("，。、；：？！,;:?!")
DASHES = frozenset("—…·")
QUOTES = "“‘《〈（〔【「『”’》〉）〕】」』—…·"

BREAK = mark_safe("<wbr>")


def full_width(text: str) -> str:
    """The text with the half-width , ; : ? ! ( ) of an export set full-width beside Han characters, one for one.

    >>> full_width("本报讯(记者徐坊)12:30,水来了!")
    '本报讯（记者徐坊）12:30，水来了！'
    """
    places = [match.start() for match in NARROW_RE.finditer(text)]
    if not places:
        return text
    signs = list(text)
    for order, step in ((places, -1), (places[::-1], 1)):
        for place in order:
            if signs[place] in WIDE and _is_by_han(signs, place, step):
                signs[place] = WIDE[signs[place]]
    _pair_brackets(signs, places)
    return "".join(signs)


def _is_by_han(signs: list[str], place: int, step: int) -> bool:
    near = place + step
    while 0 <= near < len(signs) and signs[near] in SEE_THROUGH[step]:
        near += step
    return 0 <= near < len(signs) and east_asian_width(signs[near]) in "WF" and not signs[near].isspace()


def _pair_brackets(signs: list[str], places: list[int]) -> None:
    """A bracket is as wide as its partner: full-width if either is."""
    opened: list[int] = []
    for place in places:
        if signs[place] in "(（":
            opened.append(place)
        elif signs[place] in ")）" and opened:
            start = opened.pop()
            if signs[start] == "（" or signs[place] == "）":
                signs[start], signs[place] = "（", "）"


@lru_cache(maxsize=4096)
def is_traditional(text: str) -> bool:
    """Whether the text is set in Traditional characters: one in ten of its Han characters at least is no other.

    >>> is_traditional("水管老過樓"), is_traditional("水管老过楼")
    (True, False)
    """
    han = "".join(HAN_RE.findall(text))  # each of which folds to one
    return sum(map(ne, han, fold(han))) * 10 > len(han)


def setting(text: str) -> SafeString:
    """HTML of running text: full-width signs, escaped."""
    return escape(full_width(text))


@lru_cache(maxsize=4096)
def headline(text: str) -> SafeString:
    """HTML of a headline: escaped, <wbr> between words, each clause of a two-clause headline kept as one.

    >>> headline("清泉 入户")
    '<span class="clause">清泉</span> <span class="clause">入户</span>'
    """
    clauses = [_breakable(clause) for clause in split_clauses(full_width(text))]
    if len(clauses) < 2:
        return clauses[0] if clauses else SafeString()
    return format_html_join(" ", '<span class="clause">{}</span>', ((clause,) for clause in clauses))


def _breakable(clause: str) -> SafeString:
    return mark_safe(BREAK.join(map(escape, segments(clause))))  # noqa: S308 — of escaped pieces


def split_clauses(text: str) -> list[str]:
    """The headline cut at its printed blanks, but not within Latin runs or beside a single character.

    >>> split_clauses("做得更实 以上率下")
    ['做得更实', '以上率下']
    >>> split_clauses("iPhone 15 来了")
    ['iPhone 15 来了']
    """
    clauses: list[str] = []
    for piece in text.split():
        if clauses and (_is_short(piece) or _is_short(clauses[-1])):
            clauses[-1] += " " + piece
        else:
            clauses.append(piece)
    return clauses


def _is_short(piece: str) -> bool:
    return len(piece) < 2 or not any(east_asian_width(sign) == "W" for sign in piece)


def segments(clause: str) -> list[str]:
    """The pieces of a clause between which a line may end; joined they are the clause.

    >>> segments("为高质量发展找到“最优解”")
    ['为高质量', '发展', '找到', '“最优解”']
    """
    pieces: list[str] = []
    for word in _words(clause):
        if pieces and _clings(pieces[-1], word):
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces


def _words(clause: str) -> list[str]:
    """Han runs cut by the segmenter, everything else as it stands."""
    tokens = TOKEN_RE.findall(clause)
    return [word for token in tokens for word in (words.cut(token) if "一" <= token[0] <= "鿿" else [token])]


def _clings(before: str, word: str) -> bool:
    """True where no line may end between what stands before and the word."""
    last, first = before[-1], word[0]
    if last in OPENING or first in CLOSING or " " in (last, first):
        return True
    if ALNUM_RE.match(last) or ALNUM_RE.match(first) or COUNT_RE.search(before):
        return True
    if last in STOPS:
        return False
    if len(before.strip(QUOTES)) < 2:
        return True
    return last not in DASHES and first not in OPENING and len(word) == 1
