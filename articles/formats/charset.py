"""The markup of an HTML file from its bytes: by mark, by trial, by what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.reading.decoding import BOMS, ENCODINGS, Unreadable, is_plausible

CHARSET_RE = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# How far into a file it declares its encoding.
HEAD = 4096
# Names that pages declare, and the encoding that their signs are really taken from.
WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}


def markup_of(source: bytes) -> tuple[str, str]:
    """(markup, encoding) of an HTML file; raises Unreadable where no encoding fits."""
    if not source.strip():
        raise Unreadable("文件是空的")
    for markup, encoding in _candidates(source):
        if encoding.startswith("utf") or is_plausible(_written(markup)):
            return markup, encoding
    declared = _declared(source)
    if declared and (markup := _strict(source, declared)):
        return markup, declared
    raise Unreadable("认不出网页的编码：不是 UTF-8、GB18030、UTF-16 或 Big5，或者文件残缺")


def _candidates(source: bytes) -> Iterator[tuple[str, str]]:
    """What strictly decodes, best first: text that happens to be UTF-8 is UTF-8, whatever the file declares."""
    marked = next(((mark, encoding) for mark, encoding in BOMS if source.startswith(mark)), None)
    trials = [(source.removeprefix(marked[0]), marked[1])] if marked else []
    trials += [(source, encoding) for encoding in dict.fromkeys(("utf-8", _declared(source), *ENCODINGS)) if encoding]
    for body, encoding in trials:
        if markup := _strict(body, encoding):
            yield markup, encoding


def _declared(source: bytes) -> str:
    match = CHARSET_RE.search(source[:HEAD])
    return WIDER.get(match[1].decode("ascii").lower(), "") if match else ""


def _strict(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _written(markup: str) -> str:
    return "".join(char for char in markup if not char.isascii())
