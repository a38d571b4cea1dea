"""BibTeX: a newspaper article as @article, with the fields of biblatex beside those of the old styles."""

from collections.abc import Iterator

from articles.citations.notes import note
from articles.citations.reference import Reference

# A brace counts for BibTeX's pairing even behind a backslash, so it is named, not escaped.
SIGNS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
TABLE = str.maketrans(SIGNS)


def bibtex(reference: Reference) -> str:
    """One entry; names and titles stand in braces of their own, which keeps a Chinese name whole."""
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(reference) if value]
    return ",\n".join([f"@article{{{reference.key}", *fields]) + "\n}\n\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    day = reference.date
    yield "author", " and ".join(f"{{{_plain(name)}}}" for name in reference.authors)
    yield "title", f"{{{_plain(reference.title)}}}"
    yield "journal", _plain(reference.publication)
    yield "entrysubtype", "newspaper"
    yield "date", day.isoformat() if day else ""
    yield "year", f"{day.year:04d}" if day else ""
    yield "month", str(day.month) if day else ""
    yield "pages", _plain(reference.number)
    yield "langid", "chinese"
    yield "note", _plain(note(reference))
    yield "url", reference.address


def _plain(text: str) -> str:
    """Text without a meaning to TeX."""
    return text.translate(TABLE)
