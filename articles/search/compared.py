"""What the reader typed to compare: words parted by signs or blanks, each to be found as it stands."""

import re
from collections.abc import Iterator

from articles.search.query import Query, parse

MAX_CHARACTERS, MAX_WORDS = 80, 5
PARTING = "，、；;,"
_QUOTED_RE = re.compile(r'"([^"]+)"|“([^“”]+)”|「([^「」]+)」')
_SIGNS_RE = re.compile(r"[，、；;]|(?<!\d),|,(?!\d)")
_BLANKS_RE = re.compile(r"\s+")
_QUOTES = str.maketrans(dict.fromkeys('"“”「」', " "))


def compared(text: str) -> list[Query]:
    """The words of the text as queries, each once, in order: parted by 、 or a comma; where none stands, by blanks.

    What stands in quotes is one word; the comma of a number (10,000) parts nothing.

    >>> [query.terms[0] for query in compared("共同富裕，数字 经济")]
    ['共同富裕', '数字 经济']
    """
    parting = _SIGNS_RE if _SIGNS_RE.search(_QUOTED_RE.sub("", text)) else _BLANKS_RE
    words = (" ".join(piece.translate(_QUOTES).split()) for piece in _pieces(text, parting))
    queries = (parse(f'"{word}"') for word in words if word)
    kept: dict[str, Query] = {}
    for query in queries:
        if query.terms:
            kept.setdefault(query.whole or query.terms[0], query)
    return list(kept.values())


def _pieces(text: str, parting: re.Pattern[str]) -> Iterator[str]:
    end = 0
    for quoted in _QUOTED_RE.finditer(text):
        yield from parting.split(text[end : quoted.start()])
        yield next(filter(None, quoted.groups()))
        end = quoted.end()
    yield from parting.split(text[end:])
