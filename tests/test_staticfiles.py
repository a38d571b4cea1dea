"""Style sheets as they are collected."""

import shutil
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from newsroom.staticfiles import Storage

SHEETS = sorted((Path(__file__).parents[1] / "static" / "css").glob("*.css"))


def collected(folder: Path, css: str) -> str:
    source, target = folder / "from", folder / "to"
    source.mkdir()
    (source / "a.css").write_text(css, encoding="utf-8")
    (source / "b.css").write_text("", encoding="utf-8")
    shutil.copytree(source, target)
    storage = Storage(location=target, base_url="/static/")
    paths = {name: (FileSystemStorage(source), name) for name in ("a.css", "b.css")}
    list(storage.post_process(paths))
    return (target / storage.stored_name("a.css")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "css, served",
    [
        ("/* 人物 */\na { color: red } /* b\n * c **/\nb { x: y }", "a { color: red } b { x: y }"),
        ("/*! licence */ a {}/**/b {}", "/*! licence */ a {}b {}"),
        ('a { content: "/" } b { content: "*/" }', 'a { content: "/" } b { content: "*/" }'),
        ("a {} /* never closed", "a {} /* never closed"),
        ("", ""),
    ],
)
def test_it_serves_style_sheets_without_comments(tmp_path, css, served):
    assert collected(tmp_path, css) == served


def test_it_names_what_style_sheets_lead_to(tmp_path):
    assert collected(tmp_path, '/* a */ @import url("b.css");').startswith('@import url("b.')


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_our_own_sheets_keep_their_rules(tmp_path, sheet):
    served = collected(tmp_path, sheet.read_text(encoding="utf-8"))
    assert "/*" not in served and len(served) > 500
    assert served.count("{") == served.count("}")
