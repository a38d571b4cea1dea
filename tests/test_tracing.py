"""From paragraphs back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from articles.display.tracing import Stretch, offset_in, stretches, trace

TEXT = "共同\n富裕。\n好。"
PARAGRAPHS = [Stretch(0, 2), Stretch(3, 6), Stretch(7, 9)]


def test_it_finds_the_stretches_of_each_paragraph():
    assert trace(["共同富裕。", "好。"], PARAGRAPHS, TEXT) == [(Stretch(0, 2), Stretch(3, 6)), (Stretch(7, 9),)]


def test_it_claims_nothing_where_source_and_value_differ():
    assert trace(["共同致富。", "好。"], PARAGRAPHS, TEXT) == [(), ()]


def test_it_takes_the_stretches_of_one_article_and_field():
    spans = [[0, 2, "headline", 1], [3, 6, "paragraph", 1], [7, 9, "paragraph", 2]]
    assert stretches(spans, 1, "paragraph") == [Stretch(3, 6)]


def test_it_places_a_source_offset_in_the_joined_value():
    sources = [Stretch(0, 2), Stretch(3, 6)]
    assert offset_in(sources, 4) == 3
    assert offset_in(sources, 8) is None


@given(st.lists(st.lists(st.text("江州水", min_size=1, max_size=4), min_size=1, max_size=3), max_size=5))
def test_it_traces_whatever_was_joined(paragraphs):
    text, sources = "", []
    for part in (part for paragraph in paragraphs for part in paragraph):
        sources.append(Stretch(len(text), len(text) + len(part)))
        text += part + "\n"
    values = ["".join(parts) for parts in paragraphs]
    traced = trace(values, sources, text)
    assert ["".join(text[start:end] for start, end in found) for found in traced] == values
