"""What is usual on a page."""

import pytest

from articles.reading.habits import habits_of
from articles.reading.lines import split_lines
from articles.reading.runs import runs_of

TEXT = "江边的老码头重新开放，市民可以在这里坐船到对岸，一张船票两元钱，老人和孩子不要钱。"
LED = f"老码头重新开放\n本报讯（记者 何禾）昨天，{TEXT}\n"
SIGNED = f"老码头重新开放\n本报记者 何禾\n{TEXT}\n"
BARE = f"老码头重新开放\n{TEXT}\n"


def habits(text):
    lines = split_lines(text)
    return habits_of(lines, runs_of(lines))


@pytest.mark.parametrize(
    ("text", "led"),
    [(LED * 4, 4), (SIGNED * 4, 4), (BARE * 4, 0), (LED * 2 + BARE * 2, 2), (LED + BARE * 3, 1), (TEXT, 0), ("", 0)],
)
def test_it_tells_how_many_texts_open_as_news_does(text, led):
    assert habits(text).led == led


def test_it_tells_the_script():
    assert habits("這個碼頭對我們來說是回憶，過去的時候它還會響。").traditional
    assert not habits(BARE * 4).traditional
