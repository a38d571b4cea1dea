"""The correctable values of a page and its articles as text: as printed, and as an editor types them."""

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from articles.reading import Credit, read_byline, read_dateline
from articles.reading.drafts import ArticleDraft, FigureDraft, Text

TITLE_FIELDS = ("kicker", "headline", "subtitle", "column")
PAGE_FIELDS = ("publication", "date", "number", "name")
LABELS = {
    "kicker": "引题",
    "headline": "主题",
    "subtitle": "副题",
    "column": "栏目",
    "dateline": "电头",
    "bylines": "署名",
    "caption": "图说",
    "credits": "图片署名",
    "publication": "报名",
    "date": "出版日期",
    "number": "版次",
    "name": "版名",
    "merge": "合并",
    "split": "分开",
    "rename": "改名",
    "distinct": "不是一个",
    "single": "确是一个",
}
# The kinds of doubt, by the reader's codes.
DOUBTS = {
    "start": "另起一篇",
    "subhead": "小标题",
    "headline": "题目主次",
    "column": "栏目",
    "break": "断栏接排",
    "byline": "署名",
    "caption": "图说",
    "furniture": "版头版尾",
    "text": "正文",
    "damaged": "坏字",
    "no_headline": "没有标题",
    "truncated": "文字中断",
    "unread_byline": "署名未读准",
    "unread_dateline": "电头未读准",
    "unjoined": "话没有说完",
    "leftover": "没有归项",
    "inferred": "由档案推断",
}
LIMITS = {"publication": 80, "number": 20, "name": 40, "column": 100}
SEVERAL_LINES = ("bylines", "credits", "caption")
DOUBT = "doubt."
FIGURE_RE = re.compile(r"figure\.(?P<number>[1-9]\d*)\.(?P<part>caption|credits)")
DATE_RE = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")


class Refused(ValueError):
    """A value that a field cannot take; message in Chinese for the editor."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field, self.message = field, message


def figure_field(number: int, part: str) -> str:
    """The name of a picture's field: `figure.1.caption`."""
    return f"figure.{number}.{part}"


def part_of(field: str) -> str:
    """What kind of value a field holds: `figure.1.credits` → `credits`, `headline` → `headline`."""
    match = FIGURE_RE.fullmatch(field)
    return match["part"] if match else field


def label(field: str) -> str:
    """The field's name for readers: `figure.1.credits` → 图1 图片署名, `doubt.headline` → 存疑（题目主次）."""
    if field.startswith(DOUBT):
        code = field.removeprefix(DOUBT)
        return f"存疑（{DOUBTS.get(code, code)}）"
    match = FIGURE_RE.fullmatch(field)
    return f"图{match['number']} {LABELS[match['part']]}" if match else LABELS.get(field, field)


def printed_values(article: ArticleDraft, text: str) -> dict[str, str]:
    """Every correctable field of an article with its printed text ("" where nothing is printed); text is the page's."""
    values = {field: _value(getattr(article, field)) for field in TITLE_FIELDS}
    line = article.dateline
    values["dateline"] = "" if line is None else text[slice(*line.span)] if line.span else write_dateline(line)
    values["bylines"] = _printed_credits(article.bylines, article.byline_lines)
    for number, figure in enumerate(article.figures, 1):
        values |= _figure_values(number, figure)
    return {field: tidy(field, value) for field, value in values.items()}


def _figure_values(number: int, figure: FigureDraft) -> dict[str, str]:
    return {
        figure_field(number, "caption"): _value(figure.caption),
        figure_field(number, "credits"): _printed_credits(figure.credits, figure.credit_lines),
    }


def _value(text: Text | None) -> str:
    return text.value if text is not None else ""


def _printed_credits(credits: Sequence[Credit], lines: Iterable[Text]) -> str:
    """The printed lines, where they alone say who is credited; else the credits written out."""
    whole = "\n".join(line.value for line in lines if read_byline(line.value))
    return whole if whole and _bare(read_byline(whole)) == _bare(credits) else write_credits(credits)


def _bare(credits: Iterable[Credit]) -> list[tuple[str | None, ...]]:
    return [(credit.name, credit.role, credit.affiliation, credit.action) for credit in credits]


def write_credits(credits: Iterable[Credit]) -> str:
    """Credits as one printed line: 本报记者 徐坊、吴昊 通讯员 钟离雪 摄."""
    groups = groupby(credits, lambda credit: (credit.affiliation or "", credit.role or "", credit.action or ""))
    return " ".join(filter(None, (_write_group(*key, names) for key, names in groups)))


def _write_group(affiliation: str, role: str, action: str, credits: Iterable[Credit]) -> str:
    names = "、".join(credit.name for credit in credits if credit.name)
    return " ".join(filter(None, (affiliation + role, names, action)))


def write_dateline(line: object) -> str:
    """A dateline in its usual form: 本报湖州1月8日电, 本报讯."""
    agency, place, date = (getattr(line, name) or "" for name in ("agency", "place", "date"))
    return f"{agency}{place}{date}{'电' if place or date else '讯'}"


def tidy(field: str, value: str) -> str:
    """The value without what typing and browsers add: trimmed, line ends as \\n, one line where the field has one."""
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", value)]
    return ("\n" if part_of(field) in SEVERAL_LINES else " ").join(filter(None, lines))


def checked(field: str, value: str) -> str:
    """The value as the field stores it (dates as ISO text); raises Refused where the field cannot take it."""
    value = tidy(field, value)
    kind = part_of(field)
    if len(value) > LIMITS.get(kind, 5000):
        raise Refused(field, f"{label(field)}太长：最多 {LIMITS.get(kind, 5000)} 字")
    if value and (check := _CHECKS.get(kind)):
        return check(field, value)
    return value


def _check_date(field: str, value: str) -> str:
    match = DATE_RE.fullmatch(value)
    try:
        return datetime.date(*(int(part) for part in match.groups())).isoformat() if match else _refuse_date(field)
    except ValueError:
        return _refuse_date(field)


def _refuse_date(field: str) -> str:
    raise Refused(field, "日期请写作 2024-01-09 或 2024年1月9日")


def _check_dateline(field: str, value: str) -> str:
    if read_dateline(value) is None:
        raise Refused(field, "读不出电头；请照印的样子写，例如 本报湖州1月8日电、本报讯")
    return value


def _check_credits(field: str, value: str) -> str:
    credits = read_byline(value)
    if not credits or not all(any(map(str.isalpha, credit.name or credit.role or "")) for credit in credits):
        raise Refused(field, "读不出署名；请照印的样子写，例如 本报记者 徐坊 通讯员 吴昊")
    return value


_CHECKS = {"date": _check_date, "dateline": _check_dateline, "bylines": _check_credits, "credits": _check_credits}
