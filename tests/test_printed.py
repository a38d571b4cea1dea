"""Values as text: what was printed, and what an editor may type."""

import pytest

from articles.corrections import printed
from articles.reading import Credit, read_byline
from tests.marked import article, page, read_marked


def values(*lines: str) -> dict[str, str]:
    text = page("\n".join(lines))
    return printed.printed_values(read_marked(text.encode()).articles[0], text)


def test_it_gives_every_field_its_printed_text():
    found = values(
        "栏 江州观察",
        "引 大桥建设三年",
        "题 桥通了",
        "副 ——两岸居民走上桥面",
        "署 本报记者 徐坊",
        "文 昨天通车。",
        "图 桥面。",
        "摄 拍友 吴小宇 摄",
    )
    assert found == {
        "kicker": "大桥建设三年",
        "headline": "桥通了",
        "subtitle": "——两岸居民走上桥面",
        "column": "江州观察",
        "dateline": "",
        "bylines": "本报记者 徐坊",
        "figure.1.caption": "桥面。",
        "figure.1.credits": "拍友 吴小宇 摄",
    }


def test_it_leaves_unprinted_fields_empty():
    assert values("文 昨天通车。")["headline"] == ""


def test_it_gives_a_dateline_as_it_stands_in_the_source():
    assert values("题 桥通了", "电 本报江州3月4日电", "文 昨天通车。")["dateline"] == "本报江州3月4日电"


def test_it_writes_credits_out_where_no_line_holds_them():
    credits = (Credit("徐坊", "记者", "本报"), Credit("吴昊", "记者", "本报"), Credit("钟离雪", "通讯员"))
    assert printed.write_credits(credits) == "本报记者 徐坊、吴昊 通讯员 钟离雪"


@pytest.mark.parametrize(
    "line", ["记者 徐坊", "本报记者 徐坊 通讯员 吴昊", "记者 徐坊、吴昊", "拍友 吴小宇 摄", "本报评论员"]
)
def test_it_reads_what_it_writes(line):
    credits = read_byline(line)
    assert printed._bare(read_byline(printed.write_credits(credits))) == printed._bare(credits)


def test_it_tidies_what_browsers_and_fingers_add():
    assert printed.tidy("headline", " 桥\r\n通了 ") == "桥 通了"
    assert printed.tidy("bylines", "记者 徐坊\r\n\r\n通讯员 吴昊 \r\n") == "记者 徐坊\n通讯员 吴昊"


@pytest.mark.parametrize("typed", ["2024-03-05", "2024年3月5日", "2024.3.5", " 2024-3-05 "])
def test_it_takes_dates_as_people_write_them(typed):
    assert printed.checked("date", typed) == "2024-03-05"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "昨天"),
        ("date", "2024-02-30"),
        ("dateline", "江州大桥昨天通车"),
        ("bylines", "，。！"),
        ("number", "四" * 21),
        ("column", "长" * 101),
    ],
)
def test_it_refuses_what_a_field_cannot_take(field, value):
    with pytest.raises(printed.Refused):
        printed.checked(field, value)


def test_it_lets_every_field_be_emptied():
    assert [printed.checked(field, " ") for field in ("date", "dateline", "bylines", "headline")] == ["", "", "", ""]


def test_it_names_fields_for_readers():
    assert printed.label("figure.2.credits") == "图2 图片署名"
    assert printed.label("kicker") == "引题"


def test_it_keeps_articles_apart_from_one_another():
    draft = read_marked(page(article(headline="一"), article(headline="二")).encode())
    assert [printed.printed_values(one, draft.text)["headline"] for one in draft.articles] == ["一", "二"]
