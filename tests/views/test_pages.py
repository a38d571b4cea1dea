"""The page with its source."""

import pytest

from articles.models import Article, Page
from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db

TEXT = "江州日报 第1版\n沙渚湖泵站投运\n本报讯(记者程野)泵站启动,共同\n富裕。\n"
SPANS = [
    [0, 8, "furniture", None],
    [9, 16, "headline", 1],
    [17, 33, "paragraph", 1],
    [34, 37, "paragraph", 1],
]
MARKS = [[17, 20, "dateline", "电头"], [23, 25, "name", "记者"]]


def shown_page(client, **fields):
    page = make_page(text=TEXT, spans=SPANS, marks=MARKS, **fields)
    sections = [("", ["本报讯(记者程野)泵站启动,共同富裕。"])]
    make_article(page, position=1, sections=sections, bylines=["程野"], agency="本报", figures=[("图", [])])
    return Shown(client, page.get_absolute_url())


def test_it_puts_the_source_beside_the_articles(client):
    page = shown_page(client)
    source = "".join("".join(line.itertext()) for line in page.root.findall(".//li/span[@class='text']"))
    rubies = "".join("".join(ruby.itertext()) for ruby in page.root.iter("rt"))
    assert rubies == "电头记者"
    assert source.replace("讯电头", "讯").replace("程野记者", "程野") == TEXT.replace("\n", "")


def test_it_tells_number_and_field_of_each_line(client):
    lines = shown_page(client).all(".//ol[@class='source']/li")
    assert [line.split(" ")[:2] for line in lines] == [
        ["第1行", "版头等"], ["第2行", "主题"], ["第3行", "正文"], ["第4行", "接上段"],
    ]  # fmt: skip


def test_it_states_the_facts_of_each_article(client):
    page = shown_page(client)
    assert page.all(".//dl//dd") == ["本报", "记者 程野", "1 段，19 字", "……站启动，共同富裕……", "1 幅，未入藏"]


def test_it_tells_linked_marks_from_loose_ones(client):
    source = {"text": TEXT, "spans": SPANS}
    first = make_article(make_page(number="1", **source), position=1, continued_to="第三版", truncated=True)
    loose = "存疑下转第三版，后文未入藏。原文到此中断。"
    address = first.page.get_absolute_url()
    assert loose in Shown(client, address).all(".//dl/div")
    second = make_article(make_page(number="3", **source), position=1, continued_from="第一版", continues=first)
    shown = Shown(client, address)
    assert "转接下转第三版，看后文。" in shown.all(".//dl/div") and loose not in shown.all(".//dl/div")
    assert second.get_absolute_url() in shown.links
    other = Shown(client, second.page.get_absolute_url())
    assert "转接上接第一版，看前文。" in other.all(".//dl/div") and first.get_absolute_url() in other.links


def test_it_counts_the_characters_of_the_source(client):
    assert "33 字，逐字有归属" in shown_page(client).main


def test_it_leads_to_the_other_pages_of_the_issue(client):
    other = make_page(number="3", name="经济")
    page = shown_page(client)
    assert "2 缺" in page.main and other.get_absolute_url() in page.links


def test_it_links_article_and_source_both_ways(client):
    page = shown_page(client)
    assert page.root.find(".//section[@id='a1']") is not None
    (article,) = {link.split("#")[0] for link in page.links if link.startswith("/articles/")}
    assert any(link.endswith("/#a1") for link in Shown(client, article).links)


def test_it_gives_the_source_as_it_came(client):
    page = make_page(text=TEXT)
    response = client.get(f"/pages/{page.key}.txt")
    assert (response.text, response["Content-Type"]) == (TEXT, "text/plain; charset=utf-8")


@pytest.mark.parametrize("key", ["000_cd5e", "江州日报 2024-03-07", "a.b", "页·1"])
def test_it_takes_any_name_of_a_seed_file_as_key(client, key):
    Shown(client, make_page(key).get_absolute_url())


def test_it_knows_no_other_pages(client):
    assert client.get("/pages/nothing/").status_code == 404


def test_it_leads_on_to_the_pages_before_and_after(client):
    before, after = make_page(number="1", name="要闻"), make_page(number="3")
    page = shown_page(client, number="2")
    assert page.all(".//nav[@class='onward ui']/p") == ["上一版 第一版 要闻", "下一版 第三版"]
    assert before.get_absolute_url() in page.links and after.get_absolute_url() in page.links


def test_it_leads_from_a_subhead_to_it_in_the_article(client):
    text = "头条\n一句。\n汛期来临\n又一句。\n"
    spans = [[0, 2, "headline", 1], [3, 6, "paragraph", 1], [7, 11, "heading", 1], [12, 16, "paragraph", 1]]
    page = make_page(text=text, spans=spans)
    article = make_article(page, position=1, sections=[("", ["一句。"]), ("汛期来临", ["又一句。"])])
    address = f"{article.get_absolute_url()}#s2"
    assert address in Shown(client, page.get_absolute_url()).links
    assert Shown(client, article.get_absolute_url()).root.find(".//h2[@id='s2']") is not None


def test_it_leads_from_the_facts_to_the_lines_that_were_joined(client):
    text = "头条\n" + "这是一段。\n" * 10 + "泵站启动,共同\n富裕。\n"
    cut = text.index("泵站")
    spans = [[0, 2, "headline", 1], *([start, start + 5, "paragraph", 1] for start in range(3, cut, 6))]
    spans += [[cut, cut + 7, "paragraph", 1], [cut + 8, cut + 11, "paragraph", 1]]
    page = make_page(text=text, spans=spans)
    make_article(page, position=1, sections=[("", [*["这是一段。"] * 10, "泵站启动,共同富裕。"])])
    shown = Shown(client, page.get_absolute_url())
    assert "断栏 1 处，第 13 行" in shown.all(".//dl//dd")
    assert shown.root.find(".//li[@id='l13']") is not None and "#l13" in shown.links


def test_it_says_that_the_page_a_mark_means_is_held_but_was_not_linked(client):
    make_page(number="3")
    page = make_page(number="1", text=TEXT, spans=SPANS)
    make_article(page, position=1, continued_to="第三版")
    assert "存疑下转第三版，后文没有接上。" in Shown(client, page.get_absolute_url()).all(".//dl/div")


def test_it_marks_where_the_print_stops(client):
    page = make_page(text=TEXT, spans=SPANS)
    make_article(page, position=1, truncated=True)
    assert Shown(client, page.get_absolute_url()).all(".//ol/li")[-1] == "□□□ 原文到此中断"


def test_it_leads_from_lines_to_their_paragraph_and_back(client):
    page = shown_page(client)
    article = Article.objects.get().get_absolute_url()
    assert [link for link in page.links if link.startswith(f"{article}#p")] == [f"{article}#p1"] * 2
    text = Shown(client, article)
    assert (
        text.root.find(".//p[@id='p1']/a[@aria-label='原文第3行']").get("href")
        == f"{Page.objects.get().get_absolute_url()}#l3"
    )
