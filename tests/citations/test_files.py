"""RIS, BibTeX and CSL-JSON, re-read by parsers that are not ours."""

import json

import bibtexparser
import pytest
import rispy
from hypothesis import given

from articles.characters import UNSEEN_RE
from articles.citations import bibtex, csl, ris
from tests.citations.given import ADDRESS, lines, reference

TEX = {
    "\\textbackslash{}": "\\", "\\textbraceleft{}": "{", "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~", "\\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "#$%&_"},
}  # fmt: skip


def read_ris(text: str) -> list[dict]:
    return rispy.loads(text)


def read_bibtex(text: str) -> list[dict]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [{"ENTRYTYPE": entry.entry_type, "ID": entry.key, **{f.key: f.value for f in entry.fields}}
            for entry in library.entries]  # fmt: skip


def plain(value: str) -> str:
    """The text that TeX would set."""
    text, left = "", value
    while left:
        taken = next((tex for tex in TEX if left.startswith(tex)), left[0])
        assert taken not in "{}", value  # a bare brace would be markup
        text += TEX.get(taken, taken)
        left = left[len(taken) :]
    return text


def test_it_writes_ris():
    (entry,) = read_ris(ris(reference()))
    assert entry == {
        "type_of_reference": "NEWS", "id": "k3m9", "authors": ["徐小坊", "欧阳牧野"], "title": "清泉入户",
        "secondary_title": "江州日报", "year": "2024", "date": "2024/03/07", "start_page": "2", "section": "要闻",
        "language": "zh-CN", "notes": ["栏目：江声。"], "urls": [ADDRESS],
    }  # fmt: skip
    assert ris(reference()).startswith("TY  - NEWS\r\n") and ris(reference()).endswith("ER  - \r\n\r\n")


def test_it_writes_bibtex():
    (entry,) = read_bibtex(bibtex(reference()))
    assert entry == {
        "ENTRYTYPE": "article", "ID": "k3m9", "author": "{徐小坊} and {欧阳牧野}", "title": "{清泉入户}",
        "journal": "江州日报", "entrysubtype": "newspaper", "date": "2024-03-07", "year": "2024", "month": "3",
        "pages": "2", "langid": "chinese", "note": "栏目：江声。", "url": ADDRESS,
    }  # fmt: skip


def test_it_writes_csl():
    assert csl(reference(inferred=frozenset({"date"}))) == {
        "id": "k3m9", "type": "article-newspaper", "title": "清泉入户",
        "author": [{"literal": "徐小坊"}, {"literal": "欧阳牧野"}], "container-title": "江州日报",
        "issued": {"date-parts": [[2024, 3, 7]], "circa": True}, "page": "2", "section": "要闻",
        "language": "zh-CN", "note": "栏目：江声。日期为推断。", "URL": ADDRESS,
    }  # fmt: skip


BARE = {"authors": (), "publication": "", "date": None, "number": "", "section": "", "column": "", "address": ""}


def test_it_leaves_out_what_is_unknown():
    assert read_ris(ris(reference(**BARE))) == [
        {"type_of_reference": "NEWS", "id": "k3m9", "title": "清泉入户", "language": "zh-CN"}
    ]
    (entry,) = read_bibtex(bibtex(reference(**BARE)))
    assert set(entry) == {"ENTRYTYPE", "ID", "title", "entrysubtype", "langid"}
    assert set(csl(reference(**BARE))) == {"id", "type", "title", "language"}


@pytest.mark.parametrize("title", ["ER  - ", "TY  - BOOK", "a}, url={x", "} @book{b,", "\\", "{", "100% \\%", "@x{"])
def test_it_lets_no_title_become_markup(title):
    both = [reference(title=title), reference(key="other")]
    assert [one["title"] for one in read_ris("".join(map(ris, both)))] == [title.strip(), "清泉入户"]
    first, second = read_bibtex("".join(map(bibtex, both)))
    assert plain(first["title"][1:-1]) == title and second["title"] == "{清泉入户}" and "url" in first


@given(lines, lines, lines)
def test_it_carries_any_text_in_ris(title, name, paper):
    hostile = reference(title=f"题{title}", authors=(f"名{name}",), publication=f"报{paper}")
    first, second = read_ris(ris(hostile) + ris(reference(key="other")))
    assert (first["title"], first["authors"], first["secondary_title"]) == (
        f"题{title}", [f"名{name}"], f"报{paper}"
    )  # fmt: skip
    assert second["title"] == "清泉入户"


@given(lines, lines, lines)
def test_it_carries_any_text_in_bibtex(title, name, paper):
    hostile = reference(title=f"题{title}", authors=(f"名{name}",), publication=f"报{paper}")
    first, second = read_bibtex(bibtex(hostile) + bibtex(reference(key="other")))
    assert (plain(first["title"][1:-1]), plain(first["author"][1:-1])) == (f"题{title}", f"名{name}")
    assert plain(first["journal"]) == f"报{paper}" and second["title"] == "{清泉入户}"


@given(lines)
def test_it_carries_any_text_in_csl(title):
    assert json.loads(json.dumps(csl(reference(title=title or "题"))))["title"] == (title or "题")
    assert not UNSEEN_RE.search(title)
