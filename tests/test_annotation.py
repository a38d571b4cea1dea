"""What the archive says beside an article."""

import datetime
from types import SimpleNamespace

import pytest

from articles.display.annotation import annotate
from articles.models import Correction, Page, Section

TEXT = "沙渚湖泵站投运\n6日上午,泵站\n启动。汛期近了。\n全部完工。\n"


def page(**fields) -> Page:
    spans = [[0, 7, "headline", 1], [8, 15, "paragraph", 1], [16, 24, "paragraph", 1], [25, 30, "paragraph", 1]]
    return Page(text=TEXT, spans=spans, publication="江州日报", date=datetime.date(2024, 3, 7), **fields)


def article(page: Page, headings: tuple[str, ...] = ("",), **fields) -> SimpleNamespace:
    texts = [["6日上午,泵站启动。汛期近了。", "全部完工。"], *([[]] * len(headings))]
    sections = [Section(heading=name, position=n, paragraphs=texts[n]) for n, name in enumerate(headings)]
    related = SimpleNamespace(all=lambda: sections)
    return SimpleNamespace(
        **{"page": page, "position": 1, "doubts": [], "printed": {}, "truncated": False, "sections": related} | fields
    )


def doubt(start: int, end: int, code: str = "text", runner_up: str | None = None) -> dict:
    return {"code": code, "start": start, "end": end, "score": 0.6, "runner_up": runner_up}


def correction(**fields) -> Correction:
    defaults = {"target": "article:k", "field": "headline", "old": "沙渚湖泵站投运", "new": "沙渚湖南岸泵站投运"}
    return Correction(**defaults | {"kind": "misread", "reason": "据原文第1行。", "state": "applied"} | fields)


def test_it_says_nothing_where_nothing_is_to_be_said():
    annotated = annotate(article(page()), [], [])
    assert annotated.head == []
    assert [paragraph.text for paragraph in annotated.parts[0].paragraphs] == [
        "6日上午,泵站启动。汛期近了。",
        "全部完工。",
    ]


def test_it_says_what_is_inferred_and_from_which_dateline():
    inferred = page(bases={"publication": "inferred", "date": "inferred"})
    sibling = SimpleNamespace(dateline_date="3月6日")
    (note,) = annotate(article(inferred), [sibling], []).head
    assert note.seal == "推"
    assert note.text == "报名、日期未印在本版，由档案推断（据3月6日电头，次日出版），待编辑确认。"


def test_it_names_no_basis_that_is_not_there():
    inferred = page(bases={"date": "inferred"})
    (note,) = annotate(article(inferred), [SimpleNamespace(dateline_date="3月1日")], []).head
    assert "电头" not in note.text


def test_it_puts_a_doubt_where_its_words_end_across_a_column_break():
    annotated = annotate(article(page(), doubts=[doubt(16, 19, "break")]), [], [])
    (before, note), (after, _) = annotated.parts[0].paragraphs[0].parts
    assert (before, after) == ("6日上午,泵站启动。", "汛期近了。")
    assert note.seal == "1" and "另起一段" in note.text


def test_it_quotes_the_words_of_a_doubt_about_the_headline():
    (note,) = annotate(article(page(), doubts=[doubt(0, 7, "headline", "kicker")]), [], []).head
    assert note.text == "“沙渚湖泵站投运”：题目各行的主次，没有把握，也可能是引题。"


def test_it_numbers_doubts_in_reading_order():
    annotated = annotate(article(page(), doubts=[doubt(25, 30), doubt(8, 15), doubt(0, 7, "headline")]), [], [])
    first, second = annotated.parts[0].paragraphs
    assert [note.seal for note in (*annotated.head, *first.notes, *second.notes)] == ["1", "2", "3"]


def test_it_knows_doubts_it_has_no_words_for():
    (note,) = annotate(article(page(), doubts=[doubt(0, 7, "never-heard-of")]), [], []).head
    assert "没有把握" in note.text


def test_it_shows_what_was_printed_beside_a_correction():
    shown = article(page(), printed={"headline": "沙渚湖泵站投运"})
    (note,) = annotate(shown, [], [correction(old="已改过一次")]).head
    assert (note.seal, note.printed, note.proposed) == ("改", "沙渚湖泵站投运", "沙渚湖南岸泵站投运")
    assert note.field_words == "主题"


def test_it_leaves_the_print_and_adds_what_it_should_be_where_the_paper_erred():
    annotated = annotate(article(page()), [], [correction(kind="misprint")])
    assert annotated.head[0].seal == "误"
    assert annotated.misprints == {"headline"}


def test_it_says_nothing_of_a_correction_that_the_reader_has_learned():
    shown = article(page(), printed={"headline": "沙渚湖南岸泵站投运"})
    assert annotate(shown, [], [correction()]).head == []


def test_it_keeps_withdrawn_and_conflicting_corrections_to_itself():
    assert annotate(article(page()), [], [correction(state="withdrawn"), correction(state="conflict")]).head == []


def test_it_tells_paragraphs_their_number_and_where_the_source_has_them():
    paragraphs = annotate(article(page()), [], []).parts[0].paragraphs
    assert [(one.number, one.line) for one in paragraphs] == [(1, 2), (2, 4)]


def test_it_tells_no_line_where_source_and_text_do_not_agree():
    torn = page()
    torn.spans = torn.spans[:2]
    assert [one.line for one in annotate(article(torn), [], []).parts[0].paragraphs] == [0, 0]


@pytest.mark.parametrize(("count", "folds"), [(0, False), (2, False), (3, True)])
def test_it_folds_many_doubts_about_the_headline_but_never_what_is_inferred(count, folds):
    doubted = article(page(bases={"date": "inferred"}), doubts=[doubt(0, 7, "headline")] * count)
    annotated = annotate(doubted, [], [])
    assert (len(annotated.doubts), annotated.folds) == (count, folds)
    assert [note.seal for note in annotated.facts] == ["推"]


def test_it_parts_labels_of_those_who_speak_from_what_they_say():
    talk = article(page())
    talk.sections.all()[0].paragraphs = ["问:何时?", "答:年底。", "问:水价?", "答:不变。"]
    paragraphs = annotate(talk, [], []).parts[0].paragraphs
    assert [one.speaker for one in paragraphs] == ["问:", "答:"] * 2
    assert [one.text for one in paragraphs] == ["问:何时?", "答:年底。", "问:水价?", "答:不变。"]
    assert paragraphs[0].parts == [("问:", None), ("何时?", None)]
