"""An article's fields as the index stores them: one a line, name and value parted by a blank, in the code of texts."""

from functools import lru_cache

from articles.search.coding import BREAK, LINE, decode, encode

Fields = tuple[tuple[str, str], ...]

# The usual fields by one digit each: their names would fill half of the table.
_DIGITS = {
    name: str(digit)
    for digit, name in enumerate(
        ("person", "label", "column", "place", "paper", "page", "type", "named", "alias", "doubt")
    )
}
_NAMES = {digit: name for name, digit in _DIGITS.items()}
BETWEEN = encode(LINE)  # what parts the lines; it stands in none of them


def written_fields(fields: Fields) -> bytes:
    """The lines."""
    return encode(LINE.join(f"{_DIGITS.get(name, name)}{BREAK}{value}" for name, value in fields))


def read_fields(lines: bytes) -> Fields:
    """The fields of the lines."""
    return tuple(_read(line) for line in decode(lines).split(LINE) if line)


@lru_cache(maxsize=32_768)  # the same people, columns and places come up in one search after the other
def read_field(line: bytes) -> tuple[str, str]:
    """The field of one line."""
    return _read(decode(line))


def _read(line: str) -> tuple[str, str]:
    name, _, value = line.partition(BREAK)
    return _NAMES.get(name, name), value
