"""E-paper HTML to the text of a page: what the file states is kept, what it shows is in printed order.

The samples in tests/pages/formats are written by hand after the forms of e-paper systems (elements and comment
properties of one, h3-h1-h2 of another); story.* is written by tests/formats/samples.py.
"""

from pathlib import Path

import pytest

from articles.formats import open_file, text_of
from articles.reading import Unreadable, read_page

FOLDER = Path(__file__).resolve().parents[1] / "pages" / "formats"
HEADINGS = ("三年修一桥　两岸成一城", "江州大桥昨日正式通车", "——首日车流超过四万辆次")


def read(name: str):
    source = open_file(FOLDER / name)
    return read_page(source.text.encode(), stated=source.stated)


def reading(html: str):
    source = text_of(html.encode(), ".html")
    return read_page(source.text.encode(), stated=source.stated)


def titles(article) -> tuple:
    return tuple(text and text.value for text in (article.kicker, article.headline, article.subtitle))


def facts(draft) -> dict:
    known = {name: getattr(draft.facts, name) for name in ("publication", "date", "number", "name")}
    return {name: tuple(fact) for name, fact in known.items() if fact}


def paragraphs(article) -> list[str]:
    return [text.value for section in article.sections for text in section.paragraphs]


def test_it_reads_the_elements_of_an_article_page():
    (article,) = read("content_20240305_1_1.htm").articles
    assert titles(article) == HEADINGS
    assert [credit.name for credit in article.bylines] == ["徐坊", "何贤君"]
    assert [section.heading and section.heading.value for section in article.sections] == [None, "桥通了　店开了"]
    assert paragraphs(article)[0].startswith("昨天上午九时，江州大桥正式通车。")
    assert "江东新区连在了一起" in paragraphs(article)[0]
    assert article.figures[0].caption.value == "图为通车首日的江州大桥。"
    assert article.figures[0].credits[0].name == "沈望"


def test_it_reads_the_properties_in_a_comment():
    draft = read("content_20240305_1_2.htm")
    (article,) = draft.articles
    assert titles(article) == ("临溪两万亩茶园抢“鲜”", "春茶开采比去年早五天", None)
    assert [credit.name for credit in article.bylines] == ["林小禾"]
    assert len(paragraphs(article)) == 2
    assert "版权所有" not in draft.text


def test_it_reads_headings_around_the_main_one():
    draft = read("h1h2h3.html")
    (article,) = draft.articles
    assert titles(article) == HEADINGS
    assert [credit.name for credit in article.bylines] == ["徐坊", "何贤君"]
    assert len(paragraphs(article)) == 3
    assert facts(draft) == {
        "publication": ("江州日报", "printed"),
        "date": ("2024-03-05", "printed"),
        "number": ("1", "printed"),
    }


@pytest.mark.parametrize("name", ["content_20240305_1_1.htm", "content_20240305_1_2.htm", "node_1.htm"])
def test_it_takes_the_facts_that_a_file_states(name):
    assert facts(read(name)) == {
        "publication": ("江州日报", "printed"),
        "date": ("2024-03-05", "printed"),
        "number": ("1", "printed"),
        "name": ("要闻", "printed"),
    }


def test_it_puts_the_articles_together_that_a_page_lists():
    draft = read("node_1.htm")
    assert [article.headline.value for article in draft.articles] == [
        "江州大桥昨日正式通车",
        "春茶开采比去年早五天",
        "老人食堂开到家门口",  # its file is missing
    ]
    assert [len(paragraphs(article)) for article in draft.articles] == [4, 2, 0]


def test_it_reads_a_plain_page_with_several_articles():
    draft = read("plain.html")
    first, second = draft.articles
    assert titles(first) == ("三年修一桥 两岸成一城", "江州大桥昨日正式通车", "——首日车流超过四万辆次")
    assert [section.heading and section.heading.value for section in first.sections] == [None, "桥通了 店开了"]
    assert titles(second) == (None, "老人食堂开到家门口", None)
    assert [article.bylines[0].name for article in draft.articles] == ["徐坊", "何禾"]
    assert facts(draft)["name"] == ("要闻", "printed")
    assert "上一版" not in draft.text


def test_it_believes_the_file_rather_than_the_look_of_a_line():
    """A headline that looks like a byline, and a subhead that looks like a headline before a news lead."""
    draft = reading(
        "<h1>本报记者 何禾</h1><p>昨天，江边的老码头重新开放，市民可以在这里坐船到对岸，票价两元。</p>"
        "<h3>江州大桥昨日正式通车</h3><p>本报讯（记者 徐坊）昨天上午九时，江州大桥正式通车，市民都说好。</p>"
    )
    (article,) = draft.articles
    assert article.headline.value == "本报记者 何禾"
    assert [section.heading and section.heading.value for section in article.sections] == [None, "江州大桥昨日正式通车"]


def test_it_takes_two_headings_for_sections_and_one_for_a_subtitle():
    text = "<p>昨天上午九时，江州大桥正式通车，市民都说好。</p>"
    (one,) = reading(f"<h1>江州大桥通车</h1><h2>首日车流四万辆</h2>{text}").articles
    assert titles(one) == (None, "江州大桥通车", "首日车流四万辆")
    (two,) = reading(f"<h1>江州大桥通车</h1><h2>桥通了</h2>{text}<h2>店开了</h2>{text}").articles
    assert [section.heading.value for section in two.sections] == ["桥通了", "店开了"]


def test_it_reads_a_headline_of_two_lines():
    (article,) = reading(
        "<h1>江州大桥通车<br>两岸连成一城</h1><p>昨天上午九时，江州大桥正式通车，市民都说好。</p>"
    ).articles
    assert article.headline.value == "江州大桥通车 两岸连成一城"


@pytest.mark.parametrize(
    "encoding, charset", [("gb18030", "gb2312"), ("gb18030", ""), ("utf-16", ""), ("utf-8", "gbk")]
)
def test_it_reads_one_page_in_every_encoding(encoding, charset):
    text = "<p>昨天上午九时，江州大桥正式通车，市民都说这是好事，两岸的人来往方便多了。</p>" * 3
    markup = f"<html><head><meta charset='{charset}'></head><h1>江州大桥通车</h1>{text}</html>"
    assert text_of(markup.encode(encoding), ".htm").text == text_of(markup.encode(), ".html").text


def test_it_reads_a_traditional_page_in_big5():
    text = "<p>【本報訊】昨日，江邊的舊碼頭重新開放，市民可以在這裏坐船到對岸。</p>"
    markup = f"<meta charset=big5><h1>江邊舊碼頭重開</h1>{text}"
    assert "舊碼頭" in text_of(markup.encode("big5hkscs"), ".html").text


def test_it_shows_text_as_a_browser_does():
    hidden = "<script>var 甲</script><p style='display: none'>不显示</p>"
    markup = f"<h1>桥</h1>{hidden}<p>一\n  二&nbsp;三 &lt;四&gt; <b>five\n six</b></p>"
    assert text_of(markup.encode(), ".html").text.split("\n\n")[-1].strip() == "一二 三 <四> five six"


@pytest.mark.parametrize(
    "source, message",
    [
        (b" \n", "空"),
        (b"<html><body><img src=1.jpg></body></html>", "没有文字"),
        ("<p>桥</p>".encode("gb18030") + b"\xff\xff", "编码"),
        ("<p>\u0007桥通了</p>".encode(), "控制字符"),
    ],
)
def test_it_refuses_what_is_no_page(source, message):
    with pytest.raises(Unreadable, match=message):
        text_of(source, ".html")
