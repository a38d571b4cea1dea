"""What may be asked for in an address: each parameter with its reader, its words and its schema."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from articles.display.errata import KINDS
from articles.search.query import MAX_CHARACTERS

MOST, USUAL = 500, 50
DAY_RE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NUMBER_RE = re.compile(r"[1-9]\d{0,2}", re.ASCII)
Read = Callable[[str], Any]


@dataclass(frozen=True)
class Parameter:
    """One parameter: read takes the text and raises ValueError (in Chinese) for a bad one; schema is JSON Schema."""

    name: str
    words: str
    read: Read
    schema: dict[str, Any]
    default: Any = None
    required: bool = False


def asked(request: HttpRequest, parameters: Sequence[Parameter]) -> dict[str, Any]:
    """{name: value read, or the default} of every parameter; BadRequest for unknown, repeated and bad ones."""
    known = {parameter.name: parameter for parameter in parameters}
    for name, values in request.GET.lists():
        if name not in known:
            told = f"可用的是 {'、'.join(known)}。" if known else "这里不用参数。"
            raise BadRequest(f"没有“{name[:40]}”这个参数，{told}")
        if len(values) > 1:
            raise BadRequest(f"{name} 只能写一次。")
    return {name: _value(request, parameter) for name, parameter in known.items()}


def _value(request: HttpRequest, parameter: Parameter) -> Any:
    typed = request.GET.get(parameter.name)
    if typed is None:
        if parameter.required:
            raise BadRequest(f"须写明 {parameter.name}：{parameter.words}")
        return parameter.default
    try:
        return parameter.read(typed)
    except ValueError as error:
        raise BadRequest(f"{parameter.name} 不对：{error}。") from error


def text(name: str, words: str, most: int, required: bool = False) -> Parameter:
    """Some text, one line of it."""

    def read(typed: str) -> str:
        if not typed:
            raise ValueError("是空的")
        if len(typed) > most:
            raise ValueError(f"最多 {most} 字")
        return typed.replace("\0", "\ufffd")  # which nothing is called, as nothing is with what no database takes

    schema = {"type": "string", "minLength": 1, "maxLength": most}
    return Parameter(name, words, read, schema, required=required)


def choice(name: str, words: str, choices: Sequence[str], default: str | None) -> Parameter:
    """One of a few words."""

    def read(typed: str) -> str:
        if typed not in choices:
            raise ValueError(f"只能是 {'、'.join(choices)}")
        return typed

    schema = {"type": "string", "enum": list(choices)} | ({"default": default} if default else {})
    return Parameter(name, words, read, schema, default)


def day(name: str, words: str) -> Parameter:
    """A day as 2024-01-09."""

    def read(typed: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(typed if DAY_RE.fullmatch(typed) else "")
        except ValueError:
            raise ValueError("日期请写作 2024-01-09") from None

    return Parameter(name, words, read, {"type": "string", "format": "date"})


def cursor(of: str) -> Parameter:
    """Where a list goes on: only what an earlier answer gave, of the same list."""

    def read(typed: str) -> Any:
        try:
            values: Any = signer(of).unsign_object(typed)
        except BadSignature:
            raise ValueError("不是本站给出的续页标记") from None
        return values

    schema = {"type": "string", "format": f"{of}-cursor"}
    return Parameter("cursor", "续页标记，取自上一次回答的 next；不要自己编写。", read, schema)


def signer(of: str) -> Signer:
    """Signs the cursors of a list: nothing made up ever reaches the database."""
    return Signer(salt=f"cursor.{of}")


def _limit(typed: str) -> int:
    if not NUMBER_RE.fullmatch(typed) or int(typed) > MOST:
        raise ValueError(f"须是 1 到 {MOST} 的整数")
    return int(typed)


def _typed(typed: str) -> str:
    if len(typed) > MAX_CHARACTERS:
        raise ValueError(f"最多 {MAX_CHARACTERS} 字")
    return " ".join(typed.split())


LIMIT = Parameter(
    "limit",
    f"一次最多给几条，最多 {MOST}。",
    _limit,
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    USUAL,
)
FROM, TO = day("from", "出版日期，从这一天起；未知日期的不在内。"), day("to", "出版日期，到这一天止。")
PERSON = text("person", "署名者的标识，如 徐坊。", 60)
COLUMN = text("column", "栏目，字间空白不计。", 100)
PLACE = text("place", "电头地点。", 60)
PAGE = text("page", "版面的标识。", 200)
PUBLICATION = text("publication", "报名。", 80)
NAME = text("name", "姓名，要全同。", 60)
KIND = choice("kind", "更正的性质。", tuple(KINDS), None)
ORDER = choice("order", "次序：新在前，或旧在前。", ("newest", "oldest"), "newest")
PEOPLE_ORDER = choice("order", "次序：按拼音，或按篇数。", ("sound", "most"), "sound")
FOUND_ORDER = choice("order", "次序：相关、新在前、旧在前。", ("relevance", "newest", "oldest"), "relevance")
QUERY = text(
    "q",
    "检索式，写法同检索页：词间空一格，可加引号、减号和 记者:、日期:、数字: 等范围。",
    MAX_CHARACTERS,
    required=True,
)
TYPED = Parameter("q", "检索框里写到一半的文字。", _typed, {"type": "string", "maxLength": MAX_CHARACTERS}, "")
FACETS = choice("facets", "要不要给出可以缩小范围的各项。", ("yes", "no"), "yes")
