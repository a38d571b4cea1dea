"""The signs of the query language: how its tokens look, and how a text is written so that it is read as one token."""

import re

from articles.search.fields import FIELDS, TRADITIONAL

_QUOTES = ('""', "“”", "「」")
_STRIPPED = "".join(_QUOTES) + "-－"  # a dash laid bare by a lost quote would be read as “not”
_NAMES = "|".join(sorted((*FIELDS, *TRADITIONAL), key=len, reverse=True))
_END = r"(?=[\s|｜]|$)"
TOKEN_RE = re.compile(
    rf"""
    (?P<minus>[-－](?=[^\s\d|｜－-]))?      # -东盟, but not the sign of -3.5
    (?:(?P<name>{_NAMES})\s*[:：∶﹕]\s*)?     # 记者：
    (?: "(?P<q1>[^"]+)"{_END} | “(?P<q2>[^“”]+)”{_END} | 「(?P<q3>[^「」]+)」{_END} | (?P<bare>[^\s|｜]+) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD_RE = re.compile(rf"(?:{_NAMES})?[:：∶﹕]", re.IGNORECASE)
EITHER_RE = re.compile(r"[|｜]")
_BARE_NAME_RE = re.compile(rf"(?:{_NAMES})[:：∶﹕]", re.IGNORECASE)


def value_of(match: re.Match[str]) -> tuple[str, bool]:
    """(text of a token, whether it was quoted); around a bare text quotes without a partner are dropped."""
    quoted = " ".join((match["q1"] or match["q2"] or match["q3"] or "").split())
    bare = match["bare"] or ""
    return quoted or writable((bare if _is_paired(bare) else bare.strip(_STRIPPED)) or bare), bool(quoted)


def writable(text: str) -> str:
    """The text; without straight quotes where they and all others stand in it, for then no quotes can be put around."""
    return text if any(not set(kind) & set(text) for kind in _QUOTES) else text.replace('"', "")


def lacks_value(typed: str) -> bool:
    """Whether a token is nothing but the name of a field: “版:”."""
    return _BARE_NAME_RE.fullmatch(typed) is not None


def stands_bare(text: str) -> bool:
    """Whether the text, written without quotes, is read as itself, whatever stands before and after it."""
    match = None if _FIELD_RE.match(text) else TOKEN_RE.fullmatch(text)
    return match is not None and match["bare"] == text and value_of(match) == (text, False)


def in_quotes(text: str) -> str:
    """The text in the first kind of quotes that it does not hold itself."""
    kind = next((kind for kind in _QUOTES if not set(kind) & set(text)), _QUOTES[0])
    return kind[0] + text + kind[1]


def protected(text: str) -> str:
    """The text as the value of a field: quoted where it must be."""
    return text if stands_bare(text) else in_quotes(text)


def negated(text: str) -> str:
    """The text as an exclusion: -3 would be a number."""
    match = TOKEN_RE.match("-" + text)
    return "-" + (protected(text) if match and match["minus"] else in_quotes(text))


def _is_paired(text: str) -> bool:
    return text.count('"') % 2 == 0 and all(text.count(kind[0]) == text.count(kind[1]) for kind in _QUOTES[1:])
