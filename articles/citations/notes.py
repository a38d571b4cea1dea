"""What a reference manager's note says of a reference."""

from collections.abc import Iterator

from articles.citations.reference import Reference

WORDS = {"publication": "报名", "date": "日期", "number": "版次"}


def note(reference: Reference) -> str:
    """栏目：江声。日期为推断。 — "" where there is nothing to say"""
    return "".join(f"{part}。" for part in _parts(reference))


def _parts(reference: Reference) -> Iterator[str]:
    if reference.column:
        yield f"栏目：{reference.column}"
    if inferred := "、".join(word for field, word in WORDS.items() if field in reference.inferred):
        yield f"{inferred}为推断"
