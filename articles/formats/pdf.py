"""A PDF page with a text layer as the text of a page; pypdf reads, the layout is worked out here."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

from articles.formats.frames import lines_of_frames
from articles.formats.radicals import as_written
from articles.formats.rows import Shown, rows_of
from articles.formats.source import Piece, Source, compose
from articles.reading.decoding import CONTROLS, Unreadable
from articles.reading.normal import is_han

# A newspaper page is larger than a sheet of paper (A4 and a little, in points); one file holds one, or a spread of two.
SHEET = 600 * 900
PAGES, SHEETS = 2, 60
# Fewer signs of Chinese than this share, and the fonts do not tell which characters they show.
CHINESE = 0.25

# What a font gives for signs that it cannot name.
HOLES = dict.fromkeys(CONTROLS - {ord("\n"), ord("\t")}, "\ufffd")

# pypdf tells of every fault that it mends; what it cannot mend comes as an exception.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(source: bytes) -> Source:
    """The text of a PDF page, paragraph by paragraph; raises Unreadable."""
    try:
        pages = [rows_of(_shown(page)) for page in _pages(PdfReader(BytesIO(source)))]
        blocks = [block for rows in pages for block in lines_of_frames(rows)]
    except Unreadable:
        raise
    except (FileNotDecryptedError, DependencyError, WrongPasswordError) as error:
        raise Unreadable("PDF 加了密，请先存成不加密的再放进来") from error
    except Exception as error:  # a broken file breaks pypdf in many ways
        raise Unreadable("PDF 已损坏或不合规范，读不出来") from error
    _refuse_unreadable("".join(line for block in blocks for line in block))
    return compose(([Piece(line) for line in block] for block in blocks), "pdf")


def _pages(reader: PdfReader) -> Sequence[PageObject]:
    pages = list(reader.pages)
    large = sum(float(page.mediabox.width) * float(page.mediabox.height) > SHEET for page in pages)
    if large > PAGES or len(pages) > SHEETS:
        raise Unreadable(f"PDF 有 {len(pages)} 页；一个文件只放一个版面，请拆开")
    return pages


def _shown(page: PageObject) -> Iterator[Shown]:
    """What a page shows, in the order of its content."""
    found: list[Shown] = []

    def visit(text: str, frame: Sequence[float], place: Sequence[float], font: Any, size: float) -> None:
        x = place[4] * frame[0] + place[5] * frame[2] + frame[4]
        y = place[4] * frame[1] + place[5] * frame[3] + frame[5]
        height = abs(place[3] * frame[3]) or abs(place[2] * frame[1]) or abs(place[1] * frame[2])
        if text.strip("\n"):
            found.append(Shown(float(x), float(y), float(size * height) or 1.0, as_written(text).translate(HOLES)))

    page.extract_text(visitor_text=visit)
    yield from found


def _refuse_unreadable(text: str) -> None:
    ink = [char for char in text if not char.isspace()]
    if not ink:
        raise Unreadable("PDF 里没有文字，只有图像；请先做文字识别（OCR）")
    if sum(map(is_han, ink)) < CHINESE * len(ink):
        raise Unreadable("PDF 里的字认不出来：字体没有附编码表，或者不是中文")
