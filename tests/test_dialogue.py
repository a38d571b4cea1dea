"""Who speaks in questions and answers."""

import pytest

from articles.display.dialogue import speakers

ASKED, ANSWERED = "水库何时通水?", "年底以前。"


def talk(*labels: str) -> list[str]:
    return [f"{label}:{ASKED}" if label else "会场上有人鼓掌。" for label in labels]


@pytest.mark.parametrize(
    "labels",
    [
        ("问", "答", "问", "答"),
        ("Q", "A", "Q", "A"),
        ("記者", "柳知和", "記者", "柳知和"),
        ("读者问", "编辑答", "读者问", "编辑答"),
        ("主持人", "柳知和", "阮文", "主持人", "柳知和", "阮文", "主持人", "阮文"),
        ("", "问", "答", "", "问", "答"),
        ("本报记者", "阿斯", "本报记者", "阿斯"),
    ],
)
def test_it_tells_who_speaks(labels):
    assert speakers(talk(*labels)) == list(labels)


def test_it_reads_either_width_of_the_colon():
    assert speakers(["问：甲？", "答：乙。", "问:丙?", "答:丁。"]) == ["问", "答"] * 2


@pytest.mark.parametrize(
    "labels",
    [
        (),
        ("问", "答"),
        ("第一名", "第二名", "第一名", "第二名"),
        ("小学组", "中学组", "小学组", "中学组"),
        ("他说", "她说", "他说", "她说"),
        ("记者", "", "记者", ""),
        ("征文内容", "征文要求", "截稿时间", "联系电话"),
        ("记者", "难处也不少", "他说"),
        ("有人问", "他说", "有人问", "他说"),
        ("他问", "他说", "他问", "他说"),
    ],
)
def test_it_leaves_other_words_before_a_colon(labels):
    assert speakers(talk(*labels)) == [""] * len(labels)


def test_it_takes_no_word_within_a_talk_that_speaks_once():
    labels = ["记者", "柳知和", "记者", "柳知和", "记者", "原因有三", "柳知和"]
    assert speakers(talk(*labels)) == [*labels[:5], "", "柳知和"]


def test_it_takes_no_sentence_and_no_bare_label():
    assert speakers(["他告诉记者，问:甲", "问:", "答:", "问:", "答:"]) == [""] * 5
