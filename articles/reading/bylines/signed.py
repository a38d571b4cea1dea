"""A line or bracket that consists of nothing but a byline, a photo credit or a closing dateline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.reading.bylines import patterns
from articles.reading.bylines.credits import Signature, cut_credits, read_signature
from articles.reading.bylines.datelines import match_dateline
from articles.reading.bylines.readings import BylineReading, says_more_than_names
from articles.reading.bylines.signers import Named
from articles.reading.bylines.surnames import NAME_OPENINGS
from articles.reading.drafts import Dateline, Span
from articles.reading.plain import plain

LONGEST_LINE = 130
# Longer than this, a line without any word of the trade is no list of names.
LONGEST_BARE = 60
BRACKETS = {"（": "）", "［": "］", "【": "】", "〔": "〕"}
MARKS = frozenset("■□◎◆●▲◇○▪★☆►▶")
# An export may turn □ into this character.
BOX = "口"
_OFFICE_AND_NAME = (patterns.UNIT_AND_NAME_RE, patterns.CALLING_AND_NAME_RE)
ENDS_SENTENCE = frozenset("。！？…”’；，、：—!?;,:\"'")


def parse_byline_line(text: str) -> BylineReading | None:
    """One whole printed line as byline, credit or closing dateline; None for anything else."""
    if not 2 <= len(text) <= LONGEST_LINE or text[-1] in ENDS_SENTENCE:
        return None
    return read_line(text, plain(text))


def read_line(text: str, line: str, start: int = 0, end: int | None = None) -> BylineReading | None:
    """The same for line[start:end], where line is the plain form of text; spans count from the start of text."""
    start, end = _trimmed(line, start, len(line) if end is None else end)
    if end - start < 2 or not _is_worth_reading(line, start, end):
        return None
    marked = line[start] in MARKS or (line[start] == BOX and line[start + 1] != "述")
    if marked:
        start, end = _trimmed(line, start + 1, end)
    inner = _inside_brackets(line, start, end)
    boxed = inner is not None and line[start] == "【"
    if "（" in line:
        line = patterns.BRACKETED_ACTION_RE.sub(lambda match: f"/{match['action']} ", line)
    reading = _Content(text, line, bracketed=inner is not None, marked=marked).read(*(inner or (start, end)))
    # 【老人账】 is a subhead, whoever 老人账 may be.
    return None if reading and boxed and not says_more_than_names(reading) else reading


def _is_worth_reading(line: str, start: int, end: int) -> bool:
    if patterns.SENTENCE_RE.search(line, start, end) or patterns.NO_BYLINE_RE.search(line, start, end):
        return False
    if line[start] in BRACKETS or line[start] in MARKS or line[start] == BOX:
        return True
    if patterns.KEYWORD_RE.search(line, start, end):
        return "记者" in line[start:end] or not patterns.STAFF_RE.search(line, start, end)
    if end - start > LONGEST_BARE:
        return False
    opens = line[start] in NAME_OPENINGS or "·" in line[start:end]
    return opens or any(form.fullmatch(line, start, end) for form in _OFFICE_AND_NAME)


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    return start, end


def _inside_brackets(line: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands inside, where one pair of brackets holds the whole line."""
    left = line[start] if start < end else ""
    right = BRACKETS.get(left)
    if right is None or line[end - 1] != right:
        return None
    depth = 0
    for at in range(start, end - 1):
        depth += (line[at] == left) - (line[at] == right)
        if not depth:
            return None
    return _trimmed(line, start + 1, end - 1)


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands inside the bracket or behind the mark of a line."""

    text: str
    line: str
    bracketed: bool
    marked: bool

    def read(self, start: int, end: int) -> BylineReading | None:
        if end - start < 2:
            return None
        dateline = match_dateline(self.text, self.line, start, end)
        if dateline is not None and dateline.span is not None:
            start = _trimmed(self.line, dateline.span.end, end)[0]
            if start == end:
                return BylineReading((), "byline", self.bracketed, dateline, True)
            start, end = _inside_brackets(self.line, start, end) or (start, end)
        for form in _FORMS:
            signature = form(self, start, end)
            if signature is not None:
                return self._reading(signature, dateline)
        return None

    def _reading(self, signature: Signature, dateline: Dateline | None) -> BylineReading:
        named = signature.named
        faint = any(one.is_faint for one in named)
        says = not faint and any(one.role or one.affiliation or one.action for one in named)
        held = self.bracketed and not faint
        sure = says or held or self.marked or signature.is_marked or dateline is not None
        credits = cut_credits(self.text, named)
        return BylineReading(credits, _kind_of(self.line, named), self.bracketed, dateline, sure, signature.own_action)

    def _stock(self, start: int, end: int) -> Signature | None:
        """资料图片, 本报资料照片: a picture with no one to name."""
        match = patterns.STOCK_RE.fullmatch(self.line, start, end)
        if match is None:
            return None
        house = Span(*match.span("house")) if match["house"] else None
        return Signature([Named(None, Span(*match.span("stock")), house)], True, False)

    def _issued(self, start: int, end: int) -> Signature | None:
        """新华社发, 新华社发（徐小昱摄）: the agency is whoever's affiliation."""
        match = patterns.ISSUED_RE.fullmatch(self.line, start, end)
        if match is None:
            return None
        agency = Span(*match.span("agency"))
        names = "inner" if match["inner"] else "open"
        if match[names] is None:
            return Signature([Named(None, None, agency, Span(*match.span("action")))], True, False)
        return _affiliated(read_signature(self.line, *match.span(names), bracketed=True), agency)

    def _pictured(self, start: int, end: int) -> Signature | None:
        """图片均由江州博物馆提供."""
        match = patterns.PICTURES_BY_RE.fullmatch(self.line, start, end)
        return match and (self._issued(*match.span("rest")) or read_signature(self.line, *match.span("rest")))

    def _compiled(self, start: int, end: int) -> Signature | None:
        """综合本报记者王小珏、曹玲报道; 来源：江潮客户端 拍友 姚小峰."""
        for pattern in (patterns.COMPILED_RE, patterns.SOURCE_RE):
            if match := pattern.fullmatch(self.line, start, end):
                return read_signature(self.line, *match.span("rest"), bracketed=self.bracketed)
        return None

    def _with_note(self, start: int, end: int) -> Signature | None:
        """蒙小德摄（影像中国）, 徐小昱 摄（右图）, 蒙小德摄/影像中国."""
        match = patterns.NOTED_RE.fullmatch(self.line, start, end)
        if match is None:
            return None
        body = _trimmed(self.line, *match.span("body"))
        note = match.span("note" if match["note"] else "house")
        inner = _inside_brackets(self.line, *body)
        signature = read_signature(self.line, *(inner or body), bracketed=self.bracketed or inner is not None)
        if signature is None or not any(one.action for one in signature.named):
            return None
        if patterns.POINTER_RE.fullmatch(self.line, *note):
            return signature
        agency = patterns.PICTURE_AGENCY_RE.fullmatch(self.line, *note)
        return agency and _affiliated(signature, Span(*agency.span("agency")))

    def _plainly(self, start: int, end: int) -> Signature | None:
        return read_signature(self.line, start, end, bracketed=self.bracketed or self.marked)


# The forms of a line, tried in order; each gives None where it does not fit.
_FORMS: Sequence[Callable[[_Content, int, int], Signature | None]] = (
    _Content._stock,
    _Content._issued,
    _Content._pictured,
    _Content._compiled,
    _Content._with_note,
    _Content._plainly,
)


def _affiliated(signature: Signature | None, agency: Span) -> Signature | None:
    """The signature with the agency as affiliation of all that have none."""
    if signature is not None:
        for one in signature.named:
            one.affiliation = one.affiliation or agency
    return signature


def _kind_of(line: str, named: Sequence[Named]) -> str:
    """`credit` where someone made or gave a picture and no one a text."""
    if any(one.name is None and one.role and patterns.STOCK_RE.fullmatch(line, *one.role) for one in named):
        return "credit"
    actions = [line[slice(*one.action)] for one in named if one.action]
    texts = any(patterns.TEXT_ACTION_RE.search(action) for action in actions)
    pictures = any(patterns.PICTURE_ACTION_RE.search(action) for action in actions)
    return "credit" if pictures and not texts else "byline"
