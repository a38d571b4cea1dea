"""The reader says where it is unsure, and where it says nothing it can be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read_page, read_text
from articles.reading.doubts import ALL_CODES, UNSURE, Doubt, confidence, line_doubts
from articles.reading.labelling import Labelling
from articles.reading.labels import LABELS
from articles.reading.lines import split_lines
from articles.reading.pages import assemble
from tests.reading.calibration import auc, held, judged, page_files
from tests.reading.test_pages import SEED, texts

HEADLINE, BYLINE = "老码头重新开放", "本报记者 何禾"
LEAD = "本报讯（记者 何禾）昨天上午，江边的老码头重新开放，市民可以在这里坐船到对岸。"
TEXT = "退休工人方立春说，三十年没有坐过船了，还是那条江，还是那个味道。"
TORN = "一张船票两元钱，坐一趟船只要十来分钟，每天从早上六点到晚上八点都有"


def reading(*labelled, scores=None, runners_up=None):
    """The draft of a page of (label, line) pairs, as sure as the scores say."""
    labels, lines = [label for label, _ in labelled], [line for _, line in labelled]
    labelling = Labelling(labels, scores or [1.0] * len(labels), runners_up or ["paragraph"] * len(labels))
    text = "\n".join(lines)
    return assemble(text, split_lines(text), labelling)


def told(draft, number=0):
    """(code, words it is about) of an article's doubts."""
    return [
        (doubt.code, draft.text[slice(*doubt.span)] if doubt.span else None) for doubt in draft.articles[number].doubts
    ]


@pytest.mark.parametrize(
    ("label", "runner_up", "code"),
    [
        ("+headline", "heading", "start"),
        ("heading", "+headline", "start"),
        ("heading", "paragraph", "subhead"),
        ("+headline", "+kicker", "headline"),
        ("subtitle", "deck", "headline"),
        ("column", "kicker", "column"),
        ("joined", "paragraph", "break"),
        ("byline", "paragraph", "byline"),
        ("credit", "byline", "byline"),
        ("caption", "paragraph", "caption"),
        ("furniture", "paragraph", "furniture"),
        ("paragraph", "heading", "text"),
        ("paragraph", "", "text"),
    ],
)
def test_it_names_a_doubt_by_what_was_chosen_and_what_was_not(label, runner_up, code):
    (doubt,) = line_doubts(split_lines(TEXT), Labelling([label], [0.5], [runner_up]), 0, 1)
    assert doubt == Doubt(code, (0, len(TEXT)), 0.5, runner_up)


def test_it_is_silent_where_it_is_sure():
    assert line_doubts(split_lines(TEXT), Labelling(["paragraph"], [UNSURE], ["deck"]), 0, 1) == []


def test_it_has_no_doubts_about_a_plain_article():
    draft = reading(("+headline", HEADLINE), ("byline", BYLINE), ("paragraph", LEAD), ("paragraph", TEXT))
    assert draft.articles[0].doubts == draft.doubts == ()


def test_it_misses_a_headline():
    assert told(reading(("+paragraph", LEAD), ("paragraph", TEXT))) == [("no_headline", LEAD)]


def test_it_misses_no_headline_over_a_picture():
    assert told(reading(("+caption", "图为市民在码头候船。"), ("credit", "何禾 摄"))) == []


def test_it_sees_a_text_that_the_page_cuts_off():
    draft = reading(("+headline", HEADLINE), ("paragraph", LEAD), ("paragraph", TORN))
    assert draft.articles[0].truncated
    assert told(draft) == [("truncated", TORN)]
    assert told(reading(("+headline", HEADLINE), ("paragraph", TORN), ("continued_to", "（下转第三版）"))) == []


def test_it_sees_a_text_that_stops_though_the_page_goes_on():
    draft = reading(("+headline", HEADLINE), ("paragraph", TORN), ("+headline", "渡口街食堂开张"), ("paragraph", LEAD))
    assert not draft.articles[0].truncated
    assert told(draft) == [("truncated", TORN)]
    assert told(draft, 1) == []


def test_it_sees_a_sentence_that_was_not_joined():
    draft = reading(("+headline", HEADLINE), ("paragraph", TORN), ("paragraph", "船。" + TEXT))
    assert told(draft) == [("unjoined", TORN)]
    assert draft.articles[0].doubts[0].runner_up == "joined"
    assert told(reading(("+headline", HEADLINE), ("paragraph", TORN), ("joined", "船。" + TEXT))) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("残垣百尺枕黄沙，", "不见狼烟见落霞。"),
        (
            "男子800米：1.桑杰1分51秒06 2.许多1分52秒40 3.丘比特1分53秒92",
            "女子800米：1.宁采云2分01秒33 2.方立春2分03秒",
        ),
        ("全市今年要办十件实事：", TEXT),
        ("（作者为江州大学教授，长期研究江河航运与城市变迁的历史）", TEXT),
    ],
    ids=["verse", "results", "colon", "note"],
)
def test_it_lets_lines_end_where_they_may(lines):
    assert told(reading(("+headline", HEADLINE), *(("paragraph", line) for line in lines), ("paragraph", TEXT))) == []


def test_it_sees_a_signature_it_cannot_read():
    assert told(reading(("+headline", HEADLINE), ("byline", "均为何小满拍"), ("paragraph", LEAD))) == [
        ("unread_byline", "均为何小满拍")
    ]
    assert told(reading(("+headline", HEADLINE), ("byline", "白 荷"), ("paragraph", LEAD))) == []


def test_it_sees_a_dateline_it_cannot_read():
    strange = "本报江州三号码头专函特讯 昨天上午，江边的老码头重新开放。"
    assert told(reading(("+headline", HEADLINE), ("paragraph", strange))) == [("unread_dateline", strange)]


def test_it_sees_lines_that_no_field_took():
    draft = reading(("+column", "江报观察"), ("column", "百姓故事"), ("headline", HEADLINE), ("paragraph", LEAD))
    assert told(draft) == [("leftover", "百姓故事")]
    draft = reading(("+headline", HEADLINE), ("paragraph", LEAD), ("furniture", HEADLINE), ("paragraph", TEXT))
    assert told(draft) == [("leftover", HEADLINE)]
    draft = reading(("+headline", HEADLINE), ("paragraph", LEAD), ("furniture", "责任编辑：何禾"), ("paragraph", TEXT))
    assert told(draft) == []


def test_it_doubts_a_subhead_with_nothing_under_it():
    assert told(reading(("+headline", HEADLINE), ("paragraph", LEAD), ("heading", "三年建成"))) == [
        ("subhead", "三年建成")
    ]


def test_it_tells_each_place_once_and_in_order():
    draft = reading(
        ("+headline", HEADLINE),
        ("byline", "均为何小满拍"),
        ("paragraph", TORN),
        ("paragraph", TEXT),
        scores=[0.6, 0.5, 0.4, 1.0],
        runners_up=["+kicker", "paragraph", "deck", "joined"],
    )
    assert [code for code, _ in told(draft)] == ["headline", "byline", "text"]


def test_it_keeps_doubts_about_lines_before_the_first_article_with_the_page():
    draft = reading(("furniture", "慢读"), ("+headline", HEADLINE), ("paragraph", LEAD), scores=[0.6, 1.0, 1.0])
    assert [(doubt.code, doubt.score) for doubt in draft.doubts] == [("furniture", 0.6)]
    assert draft.articles[0].doubts == ()


def test_it_marks_lost_characters():
    assert [doubt.code for doubt in read_text(f"{HEADLINE}\n{BYLINE}\n昨天上午，\ufffd\ufffd江边。").doubts] == [
        "damaged"
    ]


def test_it_is_confident_where_nothing_is_doubtful():
    assert confidence([]) == 1.0
    assert confidence([Doubt("text", None, 0.5), Doubt("start", None, 0.8)]) == 0.4


@given(st.lists(st.floats(0, 1)), st.floats(0, 1))
def test_it_is_the_less_confident_the_more_is_doubtful(scores, more):
    doubts = [Doubt("text", None, score) for score in scores]
    assert 0 <= confidence([*doubts, Doubt("text", None, more)]) <= confidence(doubts) <= 1


@given(texts)
def test_it_has_codes_scores_and_places_for_whatever_it_doubts(text):
    draft = read_text(text)
    for doubt in (*draft.doubts, *(doubt for article in draft.articles for doubt in article.doubts)):
        assert doubt.code in ALL_CODES
        assert 0 <= doubt.score < 1
        assert doubt.span is None or draft.text[slice(*doubt.span)].strip()
        assert doubt.runner_up is None or doubt.runner_up in (*LABELS, "")


def test_it_doubts_nothing_of_the_seed_but_the_end_that_is_not_there():
    draft = read_page(SEED.read_bytes())
    assert [[doubt.code for doubt in article.doubts] for article in draft.articles] == [
        [],
        [],
        [],
        [],
        [],
        ["truncated"],
    ]
    assert draft.doubts == ()


def test_it_is_least_sure_where_it_is_wrong():
    lines = list(judged(page_files()))
    assert held(lines, 0.1) >= 0.65
    assert auc(lines) >= 0.9
