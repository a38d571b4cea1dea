"""Quoted numbers as they are set in the text: with hits and notes in them, whatever stands beside them."""

from types import SimpleNamespace

from articles.display.notes import Note
from articles.display.paragraphs import Paragraph
from articles.display.quoted import Quoted
from articles.models import Figure, Quantity
from articles.reading.quantities import read_quantities
from articles.search.query import parse
from articles.templatetags.article import set_caption, set_paragraph


def quoted(text: str) -> list[Quoted]:
    rows = ((Quantity(value=float(one.value)), one) for one in read_quantities(text))
    return [Quoted(row, one.start, one.end, "p1") for row, one in rows]


def set_whole(text: str, query: str = "") -> str:
    ((html, _),) = set_paragraph(Paragraph([(text, None)], quoted=quoted(text)), query and parse(query), None)
    return html


def test_it_tells_the_value_for_machines():
    assert set_whole("投资490.8亿元,增长3.5%。") == (
        '投资<data value="49080000000">490.8亿元</data>，增长<data value="3.5">3.5%</data>。'
    )
    assert 'value="0.5"' in set_whole("占1/2。")


def test_it_escapes_what_stands_around_numbers():
    assert set_whole('<b>"3米"&4米</b>') == (
        '&lt;b&gt;&quot;<data value="3">3米</data>&quot;&amp;<data value="4">4米</data>&lt;/b&gt;'
    )


def test_it_marks_a_hit_within_and_across_a_number():
    assert set_whole("投资24亿元", '"亿元"') == '投资<data value="2400000000">24<mark>亿元</mark></data>'
    assert set_whole("投资24亿元", '"资24"') == ('投<mark>资</mark><data value="2400000000"><mark>24</mark>亿元</data>')


def test_it_keeps_a_number_that_a_note_parts():
    note = Note("1")
    paragraph = Paragraph([("投资24", note), ("亿元", None)], quoted=quoted("投资24亿元"))
    assert set_paragraph(paragraph, None, None) == [
        ('投资<data value="2400000000">24</data>', note),
        ('<data value="2400000000">亿元</data>', None),
    ]


def test_it_leaves_a_text_without_numbers_as_it_is():
    assert set_whole("没有数字。") == "没有数字。"
    assert set_paragraph(Paragraph([]), None, None) == []


def test_it_sets_captions_alike():
    figure = Figure(caption="新船3艘,<靠岸>。")
    figure.quoted = quoted(figure.caption)
    assert set_caption(figure, parse('"新船"'), None) == ('<mark>新船</mark><data value="3">3艘</data>，&lt;靠岸&gt;。')
    assert set_caption(SimpleNamespace(caption="新船3艘。"), None, None) == "新船3艘。"
