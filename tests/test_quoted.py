"""本文数字: which numbers of a story are marked, and which are listed."""

from types import SimpleNamespace

import pytest

from articles.display.annotation import annotate
from articles.display.quoted import MOST, OPEN, parts_of, tell_quoted
from articles.display.story import Story, tell
from articles.models import Figure, Quantity
from articles.reading.quantities import read_quantities
from tests.test_story import part


def told(*articles: SimpleNamespace) -> Story:
    for article in articles:
        captions = [Figure(caption=text) for text in vars(article).get("captions", ())]
        article.figures = SimpleNamespace(all=lambda captions=captions: captions)
    return tell(articles[0], annotate(articles[0], [], []), articles[1:])


def quantities(*articles: SimpleNamespace) -> list[Quantity]:
    """What the reader finds in them, as rows."""
    found = []
    for article in articles:
        texts = enumerate((text for section in article.sections.all() for text in section.paragraphs), 1)
        captions = ((0, figure.caption) for figure in article.figures.all())
        rows = [(number, one) for number, text in (*texts, *captions) for one in read_quantities(text)]
        for position, (number, one) in enumerate(rows, 1):
            places = {"start": one.start, "end": one.end, "printed": one.printed, "value": float(one.value)}
            found.append(Quantity(article_id=article.pk, position=position, paragraph=number, **places))
    return found


def listed(story: Story, *rows: Quantity) -> list[tuple[str, str]]:
    told = tell_quoted(story, rows)
    return [(one.quantity.printed, one.anchor) for one in (*told.first, *told.others)] if told else []


def marked(story: Story) -> list[str]:
    """What is marked in the paragraphs as they are shown."""
    return [one.text[number.start : number.end] for one in story.paragraphs for number in one.quoted]


def test_it_marks_and_lists_the_numbers_in_order():
    article = part(1, ("", ["投资24亿元。", "没有数字。"]), ("通水", ["灌溉18万亩,增长3%。"]))
    story = told(article)
    assert listed(story, *quantities(article)) == [("24亿元", "p1"), ("18万亩", "p3"), ("3%", "p3")]
    assert marked(story) == ["24亿元", "18万亩", "3%"]


@pytest.mark.parametrize("text", ["没有数字。", "投资24亿元。", ""])
def test_it_leaves_fewer_than_two_alone(text):
    article = part(1, ("", [text]))
    story = told(article)
    assert tell_quoted(story, quantities(article)) is None
    assert marked(story) == []


def test_it_finds_each_number_of_the_captions_in_its_own():
    article = part(1, ("", ["投资24亿元。"]), captions=["新船3艘。", "", "旧船12艘。"])
    story = told(article)
    assert listed(story, *quantities(article)) == [("24亿元", "p1"), ("3艘", "p0"), ("12艘", "p0")]
    assert [len(figure.quoted) for figure in article.figures.all()] == [1, 0, 1]


def test_it_goes_on_with_the_other_pages_of_a_story():
    whole = part(7, ("", ["投资24亿元。"]), continued_to="第三版")
    rest = part(3, ("", ["水价2元。", "灌溉18万亩。"]), continues=7, number="3", captions=["新船3艘。"])
    story = told(whole, rest)
    found = listed(story, *quantities(rest), *quantities(whole))
    assert found == [("24亿元", "p1"), ("2元", "p2p1"), ("18万亩", "p2p2"), ("3艘", "p2p0")]
    assert marked(story) == ["24亿元", "2元", "18万亩"]
    assert parts_of(story) == [whole, rest]


def test_it_finds_numbers_of_a_sentence_that_goes_on_across_pages():
    broken = part(1, ("", ["投资24亿元,每天推进"]), continued_to="第三版", truncated=True)
    rest = part(2, ("", ["3米。", "又5米。"]), continues=1, number="3")
    story = told(broken, rest)
    assert listed(story, *quantities(broken, rest)) == [("24亿元", "p1"), ("3米", "p1"), ("5米", "p2p2")]
    assert marked(story) == ["24亿元", "3米", "5米"]


def test_it_leaves_out_what_does_not_stand_there_any_more():
    article = part(1, ("", ["投资24亿元,灌溉18万亩,增长3%。"]))
    rows = quantities(told(article).article)
    rows[0].start += 1
    rows[1].paragraph = 9
    story = told(article)
    assert tell_quoted(story, rows) is None
    assert marked(story) == []


def test_it_lists_the_first_ones_and_folds_the_others_and_marks_all():
    article = part(1, ("", ["投资3亿元。" * (MOST + 5)]))
    story = told(article)
    found = tell_quoted(story, quantities(article))
    assert (len(found.first), len(found.others), found.total) == (OPEN, MOST - OPEN, MOST + 5)
    assert len(marked(story)) == MOST + 5
