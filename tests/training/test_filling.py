"""Lines that the truth leaves open get the labels that fit best between the known ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.labels import LABELS, START
from articles.reading.lines import split_lines
from articles.reading.model import shipped_model
from articles.training.alignment import labels_from_truth
from articles.training.filling import filled
from articles.training.pages import possible_fields
from tests.training.lessons import text_of, truth_of

# The habit of that paper left out: what is open here is what the shipped reader knows.
LINES = split_lines("\n".join(line for line in text_of(0, 3).splitlines() if not line.startswith("〔")))
ARTICLE = ["+headline", "byline", "paragraph", "paragraph"]
TRUE = ARTICLE * 3


def fill(labels, **options):
    return filled(LINES, labels, shipped_model(), **options)


def test_it_finds_each_line_of_a_whole_truth():
    labels = labels_from_truth(LINES, truth_of(0, 3))
    assert labels == fill(labels) == TRUE


@pytest.mark.parametrize(
    "without",
    [{"bylines"}, {"sections"}, {"headline"}, {"headline", "bylines"}, {"sections", "furniture"}],
)
def test_it_fills_what_a_partial_truth_leaves_open(without):
    truth = truth_of(0, 3, without)
    labels = labels_from_truth(LINES, truth)
    assert None in labels
    found = fill(labels, possible=possible_fields(truth))
    assert found == TRUE


def test_it_moves_the_beginning_of_an_article_to_a_line_that_is_not_told():
    labels = labels_from_truth(LINES, truth_of(0, 3, {"headline"}))
    assert labels[0] is None and labels[1] == "+byline"
    assert fill(labels)[:2] == ["+headline", "byline"]


def test_it_begins_no_article_between_lines_of_one():
    assert not fill(["+headline", None, None, None, *TRUE[4:]])[1].startswith(START)
    assert [label for label in fill([*ARTICLE, *[None] * 8]) if label.startswith(START)] == ["+headline"]


def test_it_gives_no_line_what_the_truth_tells_of_others():
    found = fill([None] * len(LINES), possible={"paragraph", "furniture"})
    assert {label.lstrip(START) for label in found} <= {"paragraph", "furniture"}


def test_it_knows_no_article_that_begins_with_a_subtitle():
    assert fill(["+subtitle", *TRUE[1:]])[0] == "subtitle"


@given(st.lists(st.one_of(st.none(), st.sampled_from(LABELS)), min_size=len(LINES), max_size=len(LINES)))
def test_it_keeps_what_is_known_and_fills_the_rest(labels):
    for known, label in zip(labels, fill(labels), strict=True):
        assert label in LABELS
        assert known is None or label.lstrip(START) == known.lstrip(START)
