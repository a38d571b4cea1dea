"""RIS: a reference as tagged lines, by the form that Zotero and EndNote read for a newspaper article."""

from collections.abc import Iterator

from articles.citations.notes import note
from articles.citations.reference import LANGUAGE, Reference

END = "\r\n"


def ris(reference: Reference) -> str:
    """One record, from TY to ER; no value holds a line end, so none can open a tag of its own."""
    return "".join(f"{tag}  - {value}{END}" for tag, value in _lines(reference) if value) + f"ER  - {END}{END}"


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    day = reference.date
    yield "TY", "NEWS"
    yield "ID", reference.key
    yield from (("AU", name) for name in reference.authors)
    yield "TI", reference.title
    yield "T2", reference.publication
    yield "PY", f"{day.year:04d}" if day else ""
    yield "DA", day.isoformat().replace("-", "/") if day else ""
    yield "SP", reference.number
    yield "SE", reference.section
    yield "LA", LANGUAGE
    yield "N1", note(reference)
    yield "UR", reference.address
