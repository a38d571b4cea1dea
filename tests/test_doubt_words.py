"""Readers and editors see every doubt in their own words."""

import pytest

from articles.corrections.printed import DOUBTS
from articles.display.doubts import WORDS, reading_words, worded
from articles.reading.doubts import ALL_CODES


def test_it_has_words_for_each_doubt_of_the_reader_and_for_no_other():
    assert WORDS.keys() == ALL_CODES
    assert len(set(WORDS.values())) == len(WORDS)
    assert DOUBTS.keys() == ALL_CODES | {"inferred"}


@pytest.mark.parametrize(
    ("code", "runner_up", "words"),
    [
        ("subhead", "paragraph", "这一行读作小标题，没有把握，也可能是正文"),
        ("start", "+headline", "这里是不是另起一篇，没有把握，也可能是另一篇的主题"),
        ("text", "joined", "这一段读作正文，没有把握，也可能是接上段"),
        ("break", "paragraph", "这里按断栏接排，没有把握，也可能另起一段"),
        ("text", "", "这一段读作正文，没有把握"),
        ("text", "never-heard-of", "这一段读作正文，没有把握"),
        ("never-heard-of", None, "这里的读法没有把握"),
    ],
)
def test_it_says_what_else_a_line_may_be(code, runner_up, words):
    assert worded(code, runner_up) == words


@pytest.mark.parametrize(
    ("reading", "words"),
    [("heading", "小标题"), ("+kicker", "引题，另起一篇"), ("joined", "接上段"), ("other", "other")],
)
def test_it_tells_in_words_what_was_confirmed(reading, words):
    assert reading_words(reading) == words
