"""A story over several pages as one text."""

import datetime
from types import SimpleNamespace

import pytest

from articles.display.annotation import annotate
from articles.display.story import Story, following, tell
from articles.models import Page, Section


def part(
    pk: int, *sections: tuple[str, list[str]], continues: int | None = None, number: str = "1", **fields
) -> SimpleNamespace:
    """An article whose page is its text alone, a paragraph a line."""
    lines = [paragraph for _, paragraphs in sections for paragraph in paragraphs]
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    spans = [[start, start + len(line), "paragraph", 1] for start, line in zip(starts, lines, strict=True)]
    page = Page(text="\n".join(lines), spans=spans, number=number, date=datetime.date(2024, 3, 7))
    rows = [Section(heading=name, position=place, paragraphs=texts) for place, (name, texts) in enumerate(sections)]
    values = {"pk": pk, "continues_id": continues, "page": page, "position": 1, "doubts": [], "printed": {}}
    values |= {"deck": [], "truncated": False, "continued_to": "", "sections": SimpleNamespace(all=lambda: rows)}
    return SimpleNamespace(**values | fields)


def told(article: SimpleNamespace, *rest: SimpleNamespace) -> Story:
    return tell(article, annotate(article, [], []), rest)


def doubt(start: int, end: int) -> dict:
    return {"code": "text", "start": start, "end": end, "score": 0.6, "runner_up": None}


WHOLE = part(1, ("", ["一段完了。"]), continued_to="第三版")
BROKEN = part(1, ("", ["水渠每天只能推进"]), continued_to="第三版", truncated=True)
REST = part(2, ("", ["两三米。", "后来通了。"]), continues=1, number="3")


def test_it_puts_the_parts_in_order_whatever_order_they_come_in():
    parts = [part(number, ("", ["文。"]), continues=number - 1 or None) for number in (3, 1, 4, 2)]
    assert [one.pk for one in following(parts[1], parts)] == [2, 3, 4]
    assert [one.pk for one in following(parts[0], parts)] == [4]
    assert following(parts[2], parts) == []


def test_it_follows_no_ring():
    ring = [part(1, ("", []), continues=2), part(2, ("", []), continues=1)]
    assert len(following(ring[0], ring)) <= 2


def test_it_sets_a_note_before_the_text_of_another_page():
    story = told(WHOLE, REST)
    (leg,) = story.legs
    assert [paragraph.text for paragraph in story.paragraphs] == ["一段完了。", "两三米。", "后来通了。"]
    assert (leg.seam.seal, leg.seam.mark, leg.seam.runs_on, leg.seam.by_headline) == ("接", "第三版", False, False)
    assert (leg.seam.article, story.last) == (REST, REST)


def test_it_joins_a_broken_sentence_with_a_note_between():
    story = told(BROKEN, REST)
    first, second = story.paragraphs
    assert first.parts == [("水渠每天只能推进", None), ("", story.legs[0].seam), ("两三米。", None)]
    assert second.text == "后来通了。"
    assert story.legs[0].seam.runs_on


@pytest.mark.parametrize(
    "rest",
    [
        part(2, ("小标题", ["两三米。"]), continues=1),
        part(2, ("", ["两三米。"]), continues=1, deck=["提要。"]),
        part(2, continues=1),
    ],
    ids=["a subhead first", "a deck first", "no text"],
)
def test_it_joins_no_sentence_where_something_else_comes_first(rest):
    story = told(BROKEN, rest)
    assert story.paragraphs[0].text == "水渠每天只能推进"
    assert not story.legs[0].seam.runs_on


def test_it_joins_over_three_pages_even_a_part_of_one_paragraph():
    middle = part(2, ("", ["两三米，三天才"]), continues=1, truncated=True, continued_to="第四版")
    story = told(BROKEN, middle, part(3, ("", ["凿开一块石头。"]), continues=2))
    (paragraph,) = story.paragraphs
    assert paragraph.text == "水渠每天只能推进两三米，三天才凿开一块石头。"
    assert len({note.anchor for note in paragraph.notes}) == 2


def test_it_tells_when_a_number_is_not_known():
    assert told(WHOLE, part(2, ("", ["文。"]), continues=1, number="")).legs[0].seam.by_headline


def test_it_numbers_the_doubts_of_all_parts_in_one_row():
    first = part(1, ("", ["一段完了。"]), doubts=[doubt(0, 5)], continued_to="第三版", truncated=True)
    rest = part(2, ("", ["两三米。", "后来通了。"]), continues=1, doubts=[doubt(5, 10), doubt(0, 4)])
    seals = [note.seal for paragraph in told(first, rest).paragraphs for note in paragraph.notes]
    assert seals == ["1", "接", "2", "3"]


def headed(*names: str) -> list[tuple[str, list[str]]]:
    return [(name, ["文。"]) for name in names]


def test_it_lists_contents_from_three_subheads():
    assert told(part(1, *headed("", "其一", "其二"))).contents == []
    three = told(part(1, *headed("", "其一", "其二", "其三"))).contents
    assert [one.heading for one in three] == ["其一", "其二", "其三"]


def test_it_lists_the_subheads_of_all_parts_each_with_a_place_of_its_own():
    contents = told(part(1, *headed("", "其一")), part(2, *headed("", "其二", "其三"), continues=1)).contents
    assert [one.heading for one in contents] == ["其一", "其二", "其三"]
    assert len({one.anchor for one in contents}) == 3
