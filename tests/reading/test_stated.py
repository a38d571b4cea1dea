"""What a file states of its lines wins over what the reader would guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read_page, read_text
from articles.reading.labels import LABELS
from articles.reading.stated import FACTS, INSIDE

LINES = (
    "本报记者 何禾",
    "江州大桥昨日正式通车",
    "本报讯（记者 徐坊）昨天上午九时，江州大桥正式通车，市民都说好。",
    "渡口街的老人食堂开张",
    "本报讯（记者 江小禾）花八块钱，吃两荤一素，还能免费添饭，老人都说好。",
)
TEXT = "\n".join(LINES)
STARTS = [TEXT.index(line) for line in LINES]


def reading(**labels):
    return read_text(TEXT, stated={STARTS[int(number[1:])]: label for number, label in labels.items()})


@pytest.mark.parametrize("label", ["headline", "kicker", "column"])
def test_it_gives_a_line_the_label_that_is_stated(label):
    article = reading(_0=f"+{label}", _1="headline").articles[0]
    assert LINES[0] in getattr(article, label).value


def test_it_is_sure_of_what_is_stated():
    article = reading(_0="+kicker", _1="headline", _2="paragraph", _3="heading", _4="paragraph").articles[0]
    assert article.doubts == ()


def test_it_begins_no_article_inside_one():
    assert len(reading(_1="+headline", _2="paragraph").articles) > 1
    (article,) = reading(_0="+kicker", _1="headline", _2=INSIDE, _3=INSIDE, _4=INSIDE).articles
    assert article.headline.value == LINES[1]


@pytest.mark.parametrize(
    "fact, line, value",
    [
        ("publication", "江州文汇", "江州文汇"),
        ("date", "2024-03-05 00:00:00", "2024-03-05"),
        ("number", "第 A06 版", "A06"),
        ("number", "增刊", "增刊"),
        ("name", "副刊·夜航", "副刊·夜航"),
    ],
)
def test_it_takes_stated_facts_as_printed(fact, line, value):
    draft = read_page(f"{line}\n{TEXT}".encode(), stated={0: fact})
    assert getattr(draft.facts, fact) == (value, "printed")
    assert draft.furniture[0].value == line
    assert draft.stated == ((0, fact),)


def test_it_passes_over_a_date_that_is_none():
    assert read_page(f"2024-13-05\n{TEXT}".encode(), stated={0: "date"}).facts.date is None


@given(st.dictionaries(st.integers(0, len(TEXT)), st.sampled_from([*LABELS, *FACTS, INSIDE, "", "nonsense"])))
def test_it_reads_whatever_is_stated(stated):
    spans = sorted(span for span, _, _ in read_text(TEXT, stated=stated).spans())
    assert "".join(TEXT[start:end] for start, end in spans).split() == TEXT.replace("\n", "").split()
