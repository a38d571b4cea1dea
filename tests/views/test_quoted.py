"""本文数字: the numbers of an article, marked in its text and listed beside it."""

import pytest

from articles.models import Article, Quantity
from tests.factories import make_article, make_page, quote
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db
TEXT = ["泵站总投资24亿元。", "全年灌溉农田18万亩，较上年增长20.5%；水价下降3%。"]


def shown(client, article: Article, asked: str = "") -> Shown:
    return Shown(client, article.get_absolute_url() + asked)


def listed(page: Shown) -> list[tuple[str, str]]:
    """What the list leads to, each with where."""
    links = page.root.findall(".//section[@aria-label='本文数字']//li/a")
    return [(page.words(link), link.get("href")) for link in links]


def ids(page: Shown) -> list[str]:
    return [one.get("id") for one in page.root.iter() if one.get("id")]


def assert_it_leads_there(page: Shown) -> None:
    assert len(ids(page)) == len(set(ids(page)))
    for _, target in listed(page):
        assert target[1:] in ids(page)


def test_it_marks_numbers_and_leads_to_them(client):
    article = make_article(sections=[("", TEXT)], figures=[("3艘船。", [])])
    quote(article)
    page = shown(client, article)
    assert listed(page) == [("24亿元", "#p1"), ("18万亩", "#p2"), ("20.5%", "#p2"), ("3%", "#p2"), ("3艘", "#p0")]
    assert page.all(".//main//data") == ["24亿元", "18万亩", "20.5%", "3%", "3艘"]
    assert [one.get("value") for one in page.root.iter("data")] == ["2400000000", "180000", "20.5", "3", "3"]
    assert "较上年增长" in page.words(page.root.find(".//section[@aria-label='本文数字']"))
    assert_it_leads_there(page)


def test_it_marks_numbers_in_a_table(client):
    lines = ["品种 零售价 较上月", "大米 5.72元 上涨", "面粉 4.1元 持平", "食盐(袋) 3元 持平"]
    article = make_article(sections=[("", lines)])
    quote(article)
    page = shown(client, article, "?q=4.1元")
    assert page.all(".//table//data") == ["5.72元", "4.1元", "3元"] == [words for words, _ in listed(page)]
    assert page.all(".//table//data/mark") == ["4.1元"] and page.all(".//table//th")[-1] == "食盐（袋）"
    assert_it_leads_there(page)


def test_it_leads_a_quoted_caption_to_its_picture(client):
    article = make_article(sections=[("", ["渡口。"])], figures=[("3艘船。", [])])
    (row,) = quote(article)
    path, _, anchor = row.get_absolute_url().partition("#")
    assert anchor in ids(Shown(client, path))


@pytest.mark.parametrize("text", [["没有数字。"], ["泵站总投资24亿元。"]])
def test_it_lists_nothing_where_there_is_little(client, text):
    article = make_article(sections=[("", text)])
    quote(article)
    page = shown(client, article)
    assert listed(page) == [] and not page.root.findall(".//data") and not page.all(".//*[@class='rails']")


def test_it_keeps_hits_within_numbers(client):
    article = make_article(sections=[("", TEXT)])
    quote(article)
    page = shown(client, article, "?q=18万亩")
    assert page.all(".//p//mark") == ["18万亩"]
    assert page.root.find(".//data/mark[@id='hit']") is not None


def test_it_tells_the_numbers_of_the_whole_story(client):
    day = {"publication": "江州日报"}
    first = make_article(make_page(**day), sections=[("", TEXT)], continued_to="第三版")
    rest = make_article(
        make_page(number="3", **day), sections=[("", ["又投8000万元。"])], continues=first, figures=[("3艘船。", [])]
    )
    quote(first), quote(rest)
    page = shown(client, first)
    assert listed(page)[-2:] == [("8000万元", "#p2p1"), ("3艘", "#p2p0")]
    assert len(page.all(".//main//data")) == 6
    assert_it_leads_there(page)


def test_it_folds_what_is_beyond_the_first_ones(client):
    article = make_article(sections=[("", [f"第一处投资{one}亿元。" for one in range(3, 15)])])
    quote(article)
    page = shown(client, article)
    assert "其余 4 个" in page.main and len(listed(page)) == 12
    assert_it_leads_there(page)


def test_it_costs_one_query(django_assert_num_queries):
    article = make_article(sections=[("", TEXT)], figures=[("3艘船。", [])])
    quote(article)
    with django_assert_num_queries(1):
        assert next(iter(Quantity.objects.for_page([article]))).printed == "24亿元"
