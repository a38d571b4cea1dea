"""Archives to export in tests, and what was exported read back by other means."""

import csv
import json
import sqlite3
from pathlib import Path

from articles.bag import export
from tests.marked import article, page, write

HOSTILE = "=CMD()</script>}\"',\\'--"
STORY = """栏 江　声
引 历时三年
题 水库蓄水
副 惠及十镇
署 记者 徐坊 通讯员 吴昊
电 本报临溪3月4日电
提 一句提要。
文 昨天,水库开始蓄水。
小 从头说起
文 三年前,工程开工。
图 大坝全景。
摄 何若谷 摄
下 第三版"""


def write_seeds(folder: Path) -> None:
    """Three pages: all fields, a story that goes on, a page of unknown day, hostile text."""
    head = "江州日报 2024-03-05 第{}版"
    write(folder, "p1", page(STORY, article(headline=HOSTILE, text=f"文中{HOSTILE}。"), head=head.format(2)))
    rest = article(headline="水库蓄水", byline="", text="又过三年,渠水到田。", extra="上 第二版")
    write(folder, "p2", page(rest, head=head.format(3)))
    write(folder, "p3", page(article(headline="=1+1", text="+2、-3、@四。"), head="别处"))


def exported(folder: Path) -> Path:
    """The payload of an export."""
    export(folder)
    return folder / "data"


def objects(data: Path, name: str) -> list[dict]:
    with (data / "jsonl" / f"{name}.jsonl").open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def rows(data: Path, name: str) -> list[dict]:
    with (data / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def select(data: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(f"{(data / 'archive.sqlite3').as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def manifest(folder: Path) -> str:
    return (folder / "manifest-sha256.txt").read_text() + (folder / "tagmanifest-sha256.txt").read_text()
