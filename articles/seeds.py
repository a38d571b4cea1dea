"""Seed files: where they lie, what their bytes and their side files say, and what is wrong with them."""

import datetime
import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from articles import formats
from articles.reading.decoding import Unreadable, decode

FACTS = ("publication", "date", "number", "name")
LIMITS = {"publication": 80, "number": 20, "name": 40}
KEY_LENGTH = 200
KINDS = "、".join(f"*{suffix}" for suffix in formats.SUFFIXES)
TOML_LINE_RE = re.compile(r"at line (\d+)")


class Problem(NamedTuple):
    """What is wrong with a file, for the one who put it there; line counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BadSeed(Exception):
    """A seed or side file that cannot be taken; carries the Problem."""

    def __init__(self, file: str, line: int | None, message: str):
        super().__init__(message)
        self.problem = Problem(file, line or 1, message)


@dataclass(frozen=True)
class Seed:
    """One page's file, with what its side file gives: {fact: value, "inferred": [facts]}.

    source is the sha256 of the text: equal for equal pages, whatever their encoding or line ends; of an HTML or PDF
    page it is that of the file. The text is read when it is wanted: an archive's seeds need not fit in memory.
    """

    key: str
    source: str
    encoding: str
    file: str
    given: dict[str, Any] = field(default_factory=dict)
    path: Path = Path()


def shown(path: Path) -> str:
    """The path as told and stored: relative to the project where it lies inside."""
    whole = path.resolve()
    base = Path(settings.BASE_DIR).resolve()
    return os.path.relpath(whole, base) if whole.is_relative_to(base) else str(whole)


def find(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Seed files under the paths, each once, in the order of their names; paths that hold none are problems."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        files = sorted(_inside(path)) if path.is_dir() else [path] if path.is_file() else []
        found |= {file.resolve(): file for file in files}
        if not files:
            message = f"文件夹里没有版面文件（{KINDS}）" if path.is_dir() else "没有这个文件或文件夹"
            problems.append(Problem(shown(path), 1, message))
        problems += [Problem(shown(side), 1, "附注没有对应的版面文件") for side in _lone_sides(path)]
    return sorted(found.values(), key=lambda file: (file.stem, str(file))), problems


def _inside(folder: Path) -> Iterable[Path]:
    """The page files of a folder; an article's file that a page's file lists is part of that page."""
    visible = (file for file in folder.rglob("*") if formats.is_page(file) and not _hidden(file.relative_to(folder)))
    files = [file for file in visible if file.is_file()]
    listed = {part.resolve() for file in files for part in formats.parts(file)[1:]}
    return (file for file in files if file.resolve() not in listed)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _lone_sides(folder: Path) -> list[Path]:
    sides = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    return [side for side in sides if not _hidden(side.relative_to(folder)) and not _has_page(side)]


def _has_page(side: Path) -> bool:
    return any(formats.is_page(file) and file.stem == side.stem for file in side.parent.glob(f"{escape(side.stem)}.*"))


def open_seed(path: Path) -> Seed:
    """The seed at a path with its side file; raises BadSeed."""
    _check_key(path)
    try:
        source, encoding = _digest(path)
    except Unreadable as error:
        raise BadSeed(shown(path), error.line, error.message) from error
    except OSError as error:
        raise BadSeed(shown(path), 1, f"读不了：{error.strerror}") from error
    side = path.with_suffix(".toml")
    given = read_side(side) if side.exists() else {}
    return Seed(path.stem, source, encoding, shown(path), given, path)


def _digest(path: Path) -> tuple[str, str]:
    """(sha256, encoding) of a page's source."""
    if path.suffix.lower() == ".txt":
        text, encoding = decode(path.read_bytes())
        return hashlib.sha256(text.encode()).hexdigest(), encoding
    digests = [hashlib.sha256(part.read_bytes()).hexdigest() for part in formats.parts(path)]
    whole = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    return whole, path.suffix.lower().removeprefix(".")


def _check_key(path: Path) -> None:
    if len(path.stem) > KEY_LENGTH or not path.stem.isprintable():
        raise BadSeed(shown(path), 1, f"文件名不能作标识：须在 {KEY_LENGTH} 字以内，不含控制字符")


def read_side(path: Path) -> dict[str, Any]:
    """The facts of a side file, dates as ISO text, ready for JSON; raises BadSeed naming the line."""
    try:
        source = path.read_text("utf-8-sig")
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = TOML_LINE_RE.search(str(error))
        raise BadSeed(
            shown(path), int(line[1]) if line else source.count("\n") + 1, f"附注不合 TOML 语法：{error}"
        ) from error
    except UnicodeDecodeError as error:
        raise BadSeed(shown(path), 1, "附注须是 UTF-8 编码") from error
    except OSError as error:
        raise BadSeed(shown(path), 1, f"读不了：{error.strerror}") from error
    for key in table:
        if message := _complaint(key, table):
            raise BadSeed(shown(path), _line_of(key, source), message)
    return {key: _plain(value) for key, value in table.items() if value not in ("", [])}


def _complaint(key: str, table: dict[str, Any]) -> str:
    value = table[key]
    if key == "inferred":
        return _complaint_of_inferred(value, table)
    if key not in FACTS:
        return f"附注里有不认识的项 {key}；可用的是 {'、'.join(FACTS)}、inferred"
    if key == "date":
        is_date = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
        return "" if is_date else "date 须是不加引号的日期，例如 date = 2024-01-09"
    if key == "number" and isinstance(value, int) and not isinstance(value, bool):
        return ""
    if not isinstance(value, str):
        return f'{key} 须是加引号的文字，例如 {key} = "…"'
    return f"{key} 超过 {LIMITS[key]} 字" if len(value) > LIMITS[key] else ""


def _complaint_of_inferred(value: Any, table: dict[str, Any]) -> str:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return 'inferred 须是列出各项的数组，例如 inferred = ["date"]'
    strange = [item for item in value if item not in FACTS or item not in table]
    return f"inferred 里的 {'、'.join(strange)} 没有在附注里给出" if strange else ""


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, list) else str(value).strip()


def _line_of(key: str, source: str) -> int:
    match = re.search(rf"^[ \t\"']*{re.escape(key)}[\"']?[ \t]*[=.\]]", source, re.MULTILINE) or re.search(
        rf"^\[+\s*{re.escape(key)}", source, re.MULTILINE
    )
    return source.count("\n", 0, match.start()) + 1 if match else 1
