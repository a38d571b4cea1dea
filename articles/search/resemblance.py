"""The same text printed twice, perhaps edited: a few tokens in the index propose, the texts themselves prove.

Shingles are all strings of six letters of the body. Of their hashes, in 32 classes, the least of each are kept (MinHash
by one permutation: Li, Owen and Zhang 2012); two neighbours make a band, and articles that share a band are compared.
A band is spelt short, as 25 bits of the two: of a million articles one shares it by chance, in all sixteen bands.
Headlines, names and anything short stay out: weather and captions are made from one pattern day after day.
"""

from zlib import crc32

_SHINGLE = 6
SHORTEST = 120  # letters and digits of a text that is compared at all
_CLASSES, _CLASS_BITS = 32, 5
_SPELT, _DIGITS, _DIGIT_BITS = 5, "0123456789abcdefghijklmnopqrstuv", 5  # of a band: so many digits to the base 32
_MIXING = 2654435761  # of multiplicative hashing (Knuth, The Art of Computer Programming, 6.4)
_WIDE = 4  # bytes a letter in UTF-32
# Shared shingles, of all that stand in either text, from which on two texts are one: measured in
# tests/search/test_resemblance.py.
LEAST = 0.35


def shingles(body: str) -> set[int]:
    """Hashes of the strings of six letters in the body of a row; empty for a text too short to compare."""
    text = body.split("\n")[0].replace(" ", "")
    if len(text) < SHORTEST:
        return set()
    wide, size = text.encode("utf-32-be", "surrogatepass"), _SHINGLE * _WIDE
    return {crc32(wide[at : at + size]) for at in range(0, len(wide) - size + 1, _WIDE)}


def bands(body: str) -> list[str]:
    """What stands for the body in the index: up to sixteen short strings, equal for texts that are mostly equal."""
    least: dict[int, int] = {}
    for value in shingles(body):
        kind = value & (_CLASSES - 1)
        if value <= least.get(kind, value):
            least[kind] = value
    pairs = ((kind, least.get(kind), least.get(kind + 1)) for kind in range(0, _CLASSES, 2))
    return [_spelt(kind, first, second) for kind, first, second in pairs if first is not None and second is not None]


def _spelt(kind: int, first: int, second: int) -> str:
    """The kind, and bits of both values mixed: the least of many values are small, and alike in their high bits."""
    mixed = ((first >> _CLASS_BITS) * 31 + (second >> _CLASS_BITS)) * _MIXING & 0xFFFFFFFF
    shifts = range(32 - _DIGIT_BITS, 32 - _DIGIT_BITS * (_SPELT + 1), -_DIGIT_BITS)
    return _DIGITS[kind] + "".join(_DIGITS[mixed >> shift & 31] for shift in shifts)


def likeness(one: set[int], other: set[int]) -> float:
    """Jaccard's index: shared shingles of all, 0 to 1; 0 where there is nothing to compare."""
    return len(one & other) / len(one | other) if one and other else 0.0
