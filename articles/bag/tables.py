"""The tables of an exported archive: what each holds, in both languages, its keys and its indexes."""

import csv
from pathlib import Path
from typing import NamedTuple


class Column(NamedTuple):
    """A column; kind: text, integer or number; refers: the table whose key it holds."""

    name: str
    kind: str
    refers: str
    zh: str
    en: str


class Table(NamedTuple):
    """A table with its columns, which columns.tsv lists."""

    name: str
    zh: str
    en: str
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> list[Column]:
        return _COLUMNS[self.name]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _columns() -> dict[str, list[Column]]:
    columns: dict[str, list[Column]] = {}
    with (Path(__file__).parent / "columns.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            columns.setdefault(row.pop("table"), []).append(Column(row.pop("column"), **row))
    return columns


_COLUMNS = _columns()
PAGES = Table(
    "pages",
    "版面：一期报纸的一版，由一个版面文件读出",
    "One page of one issue, read from one seed file",
    ("key",),
    (("publication", "date"), ("date",)),
)
ARTICLES = Table(
    "articles",
    "文章：由版面原文与更正算出",
    "An article, computed from its page's text and the corrections",
    ("key",),
    (("page", "position"), ("column",), ("place",), ("continues",)),
)
SECTIONS = Table(
    "sections",
    "小节：正文以小标题分开的部分，开头一节没有小标题",
    "Parts of a text under subheads; the opening has none",
    ("article", "position"),
)
FIGURES = Table("figures", "图片：由图说和署名得知", "Pictures, known by caption and credits", ("article", "position"))
BYLINES = Table(
    "bylines",
    "署名：一人一行；figure 为空是文章署名，否则是那一幅图片的署名",
    "One person's credit; on the article where figure is empty, else on that figure",
    ("article", "position"),
    (("person",), ("name",)),
)
PEOPLE = Table("people", "人物：署名所指", "Whom bylines name", ("key",), (("name",), ("pinyin",)))
CORRECTIONS = Table(
    "corrections", "更正：编辑所作，只增不删", "The editors' journal, append-only", ("id",), (("target",),)
)
TABLES = (PAGES, ARTICLES, SECTIONS, FIGURES, BYLINES, PEOPLE, CORRECTIONS)
