"""An article's fields as the index stores them: one a line, name and value parted by a tab."""

Fields = tuple[tuple[str, str], ...]


def written_fields(fields: Fields) -> str:
    """The lines."""
    return "\n".join("\t".join(pair) for pair in fields)


def read_fields(text: str) -> Fields:
    """The fields of the lines."""
    return tuple(read_field(line) for line in text.split("\n") if line)


def read_field(line: str) -> tuple[str, str]:
    """The field of one line."""
    field, _, value = line.partition("\t")
    return field, value
