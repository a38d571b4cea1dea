"""Keys that outlive a re-load and the database: of articles, made from their own opening text, and of columns."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from articles.reading.drafts import ArticleDraft

# Base 32 without i, l, o and u: nothing to misread when an address is typed from paper.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH, SUFFIX_LENGTH, OPENING_LENGTH = 10, 4, 200
# What tells one article from another: its reporter's line does not.
TEXT_FIELDS = ("headline", "kicker", "subtitle", "deck", "heading", "paragraph", "caption")
# So many suffixes may belong to other pages by chance before a page runs out of its own.
SPARE = 3

Spans = Iterable[tuple[int, int, str, int | None]]


def column_key(label: str) -> str:
    """The label without blanks, as Article.column_key: 社　评 and 社评 are one column."""
    return "".join(label.split())


def base_key(article: ArticleDraft) -> str:
    """Ten characters from the letters and digits of the headline and the first 200 characters of the text."""
    return _encode(_opening(article), LENGTH)


def root(key: str) -> str:
    """The key without the suffix that tells reprints apart: `k3…-9x2f` is `k3…`."""
    return key.partition("-")[0]


def suffixed(base: str, page: str, copy: int = 1) -> str:
    """The key of a text that another page has too; copy counts equal texts on one page."""
    return f"{base}-{_encode(page if copy == 1 else f'{page}#{copy}', SUFFIX_LENGTH)}"


def choices(base: str, page: str, copies: int) -> list[str]:
    """The keys that a text on this page may have, the plain one first."""
    return [base, *(suffixed(base, page, copy) for copy in range(1, copies + SPARE))]


def assign(bases: Sequence[str], page: str, *, own: Collection[str], taken: Collection[str]) -> list[str]:
    """Keys of a page's articles: own are the page's present keys, kept where they fit; taken those of other pages."""
    keys: list[str] = []
    for base in bases:
        free = [key for key in choices(base, page, len(bases)) if key not in taken and key not in keys]
        keys.append(next((key for key in free if key in own), free[0]))
    return keys


def moved(before: Mapping[str, Counter[str]], after: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Old key → new key for the articles that a new reading calls otherwise: to where most of their text went.

    A quarter of the text must have gone there: a line in common makes no successor.
    """
    changes = {}
    for old in before.keys() - after.keys():
        shares = {new: _shared(before[old], lines) for new, lines in after.items()}
        best = max(sorted(shares), key=shares.__getitem__, default=None)
        if best is not None and 4 * shares[best] >= _shared(before[old], before[old]):
            changes[old] = best
    return changes


def lines_by_article(text: str, spans: Spans) -> dict[int, Counter[str]]:
    """The lines of text that each article of a page holds, by its position; repeated lines count each time."""
    lines: dict[int, Counter[str]] = {}
    for start, end, field, position in spans:
        if position is not None and field in TEXT_FIELDS:
            lines.setdefault(position, Counter())[text[start:end].strip()] += 1
    return lines


def _shared(one: Counter[str], other: Counter[str]) -> int:
    return sum(len(line) * count for line, count in (one & other).items())


def _opening(article: ArticleDraft) -> str:
    headline = article.headline.value if article.headline else ""
    text = [part.value for name, part in article.fields() if name in ("heading", "paragraph", "caption", "deck")]
    opening = _squeezed(headline + "".join(text))[:OPENING_LENGTH]
    return opening or "".join(part.value for _, part in article.fields())


def _squeezed(text: str) -> str:
    """Letters and digits only. Not the folding of the search, which may change: keys may not."""
    return "".join(char for char in text if char.isalnum())


def _encode(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:10])
    return "".join(ALPHABET[number >> (5 * index) & 31] for index in range(length))
