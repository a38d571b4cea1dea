"""The source of a page beside its reading."""

from types import SimpleNamespace

from articles.display.collation import collate

TEXT = """江州日报 第2版
沙渚湖泵站投运
本报江州3月6日电(记者柳知和)泵站启动,共同
富裕有了新水源。
汛期来临
全部完工。
本报记者 程野
"""


def span(words: str, field: str, owner: int | None) -> list:
    start = TEXT.index(words)
    return [start, start + len(words), field, owner]


SPANS = [
    span("江州日报 第2版", "furniture", None),
    span("沙渚湖泵站投运", "headline", 1),
    span("本报江州3月6日电(记者柳知和)泵站启动,共同", "paragraph", 1),
    span("富裕有了新水源。", "paragraph", 1),
    span("汛期来临", "heading", 1),
    span("全部完工。", "paragraph", 1),
    span("本报记者 程野", "byline", 1),
]
MARKS = [
    [*span("本报江州3月6日电", "dateline", 1)[:3], "电头"],
    [*span("柳知和", "name", 1)[:3], "记者"],
    [*span("程野", "name", 1)[:3], "记者"],
]


def related(*items) -> SimpleNamespace:
    return SimpleNamespace(all=lambda: list(items))


def article(**fields):
    sections = related(
        SimpleNamespace(heading="", paragraphs=["本报江州3月6日电(记者柳知和)泵站启动,共同富裕有了新水源。"]),
        SimpleNamespace(heading="汛期来临", paragraphs=["全部完工。"]),
    )
    return SimpleNamespace(pk=7, position=1, deck=[], sections=sections, **fields)


def page(**fields):
    return SimpleNamespace(**{"text": TEXT, "spans": SPANS, "marks": MARKS} | fields)


def lines(entries):
    return [line for entry in entries for block in entry.blocks for line in block.lines]


def test_it_gives_every_line_of_the_source_untouched_and_once():
    shown = lines(collate(page(), [article()]))
    assert ["".join(piece.text for piece in line.pieces) for line in shown] == TEXT.splitlines()
    assert [line.number for line in shown] == [1, 2, 3, 4, 5, 6, 7]


def test_it_tags_each_line_with_its_field_in_words():
    assert [line.tags for line in lines(collate(page(), [article()]))] == [
        "版头等", "主题", "正文", "接上段", "小标题", "正文", "署名",
    ]  # fmt: skip


def test_it_sets_datelines_and_names_apart_within_a_paragraph():
    line = lines(collate(page(), [article()]))[2]
    assert [(piece.text, piece.field, piece.ruby) for piece in line.pieces] == [
        ("本报江州3月6日电", "dateline", "电头"),
        ("(记者", "", ""),
        ("柳知和", "name", "记者"),
        (")泵站启动,共同", "", ""),
    ]


def test_it_tells_how_a_column_break_was_joined():
    (line,) = collate(page(), [article()])[1].joined
    join = line.join
    assert (join.before, join.joined, join.after) == ("站启动,", "共同富裕", "有了新水")


def test_it_keeps_what_belongs_to_no_article_apart():
    furniture, entry = collate(page(), [article()])
    assert (furniture.article, furniture.blocks[0].kind) == (None, "furniture")
    assert (entry.article.pk, entry.place) == (7, 1)


def test_it_begins_a_row_at_a_later_subhead():
    head, section = collate(page(), [article()])[1].blocks
    assert (section.kind, section.section.heading) == ("section", "汛期来临")


def test_it_gives_a_join_its_own_row_in_a_long_article_only():
    assert collate(page(), [article()])[1].is_short
    long = TEXT + "一行。\n" * 10
    spans = SPANS + [[start, start + 3, "paragraph", 1] for start in range(len(TEXT), len(long), 4)]
    entry = collate(page(text=long, spans=spans), [article()])[1]
    assert not entry.joined and entry.is_short  # the paragraphs no longer agree with the source: nothing is claimed
    more = article()
    more.sections.all()[1].paragraphs.extend(["一行。"] * 10)
    assert not collate(page(text=long, spans=spans), [more])[1].is_short


def test_it_shows_text_that_no_field_claims():
    shown = lines(collate(page(spans=[], marks=[]), []))
    assert [line.tags for line in shown] == ["未归"] * 7


def test_it_tells_of_which_paragraph_a_line_is():
    assert [line.paragraph for line in lines(collate(page(), [article()]))] == [0, 0, 1, 1, 0, 2, 0]
