"""Tokens as lexemes of a tsvector, which has limits: 2,046 bytes a lexeme, a megabyte all together."""

from collections.abc import Iterable
from hashlib import blake2b

_LONGEST = 200  # characters; a Han character has three bytes
_MOST_BYTES = 1_000_000


def lexeme(token: str) -> str:
    """The token; a longer one as its beginning with a digest of the whole."""
    if len(token) <= _LONGEST:
        return token
    return token[:_LONGEST] + blake2b(token.encode(), digest_size=8).hexdigest()


def vector(tokens: Iterable[str]) -> str:
    """A tsvector's text of the tokens: no token of ours holds a sign that is special there.

    Of a text of half a million characters and more the pairs that do not fit are left out: they cannot be found by.
    """
    lexemes = list(map(lexeme, tokens))
    if sum(map(len, lexemes)) * 4 > _MOST_BYTES:
        lexemes = _fitting(lexemes)
    return " ".join(lexemes)


def _fitting(lexemes: list[str]) -> list[str]:
    """Those that fit, single characters and what tells of the whole article (which is longer, or has a sign) first."""
    kept, free = [], _MOST_BYTES
    for one in sorted(lexemes, key=lambda one: (len(one) == 2 and one.isalnum(), one)):
        free -= len(one.encode())
        if free < 0:
            break
        kept.append(one)
    return kept
