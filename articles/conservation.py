"""Nothing is lost, nothing stands twice: the spans of a page cover each of its signs exactly once."""

from collections.abc import Iterable


def breach(text: str, spans: Iterable[tuple[int, int]]) -> tuple[int, str] | None:
    """The first place where the spans fail to cover each non-blank character once: (offset, what is wrong), or None."""
    end = 0
    for start, stop in sorted(spans):
        if start < end:
            return start, "同一处文字归了两个字段"
        if (lost := _first_sign(text, end, start)) is not None:
            return lost, "有文字不归任何字段"
        end = stop
    lost = _first_sign(text, end, len(text))
    return None if lost is None else (lost, "有文字不归任何字段")


def _first_sign(text: str, start: int, end: int) -> int | None:
    return next((offset for offset in range(start, end) if not text[offset].isspace()), None)


def line_of(text: str, offset: int) -> int:
    """The line, from 1, on which a character stands."""
    return text.count("\n", 0, offset) + 1
