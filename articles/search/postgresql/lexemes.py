"""Tokens as lexemes of a tsvector, which has limits: 2,046 bytes a lexeme, a megabyte all together."""

from collections.abc import Iterable
from hashlib import blake2b

from articles.search.tokens import Row, gram_lines, telling_tokens, tokens

_LONGEST = 200  # characters; a Han character has three bytes
_MOST_BYTES = 1_000_000
_BYTES_A_CHARACTER = 30  # of a headline, in the vector, at the most: the character and a pair, and both as a title's


def lexeme(token: str) -> str:
    """The token; a longer one as its beginning with a digest of the whole."""
    if len(token) <= _LONGEST:
        return token
    return token[:_LONGEST] + blake2b(token.encode(), digest_size=8).hexdigest()


def sources(row: Row) -> tuple[str, str]:
    """(lines, others) of which search_tokens() makes the article's tsvector: no token of ours holds a blank.

    Of a text of half a million characters and more the pairs that do not fit are left out: they cannot be found by.
    """
    lines, others = "\n".join(gram_lines(row)), " ".join(map(lexeme, telling_tokens(row)))
    if len(lines) * _BYTES_A_CHARACTER + len(others) * 4 > _MOST_BYTES:
        lines, others = "", " ".join(_fitting(map(lexeme, tokens(row))))
    return lines, others


def _fitting(lexemes: Iterable[str]) -> list[str]:
    """Those that fit, single characters and what tells of the whole article (which is longer, or has a sign) first."""
    kept, free = [], _MOST_BYTES
    for one in sorted(lexemes, key=lambda one: (len(one) == 2 and one.isalnum(), one)):
        free -= len(one.encode())
        if free < 0:
            break
        kept.append(one)
    return kept
