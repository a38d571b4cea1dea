"""引文核对, and a citation typed into the search box."""

import pytest
from django.db import connections

from articles.models import Article, KeyChange
from articles.views.jump import destination
from tests.factories import index, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db

KEY = "k3m9abcdef"
GBT = "徐小坊，吴小昊. 清泉入户进山村[N/OL]. 江州日报，2024-03-07（2）. http://testserver/articles/k3m9abcdef/"


@pytest.fixture
def article() -> Article:
    """One of two on its page; on the page 3 one stands alone."""
    page = make_page("page-2", number="2")
    one = make_article(page, key=KEY, headline="清泉入户进山村", bylines=["徐小坊", "吴小昊"])
    index(one, make_article(page, headline="短讯"), make_article(make_page(number="3"), key="3333333333"))
    return one


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (KEY, "/articles/k3m9abcdef/"),
        (GBT, "/articles/k3m9abcdef/"),
        ("徐小坊，吴小昊. 清泉入户进山村[N]. 江州日报，2024-03-07（2）.", "/articles/k3m9abcdef/"),
        ("徐小坊, 吴小昊. 清泉入户进山村[N/OL]. 江州日报, 2024-03-07(2)[2026-11-24].", "/articles/k3m9abcdef/"),
        ("江州日报，2024-03-07（2）", "/pages/page-2/"),
        ("江州日报，2024-03-07（3）", "/articles/3333333333/"),
        ("江州日報，2024-03-07（3）", "/articles/3333333333/"),
        ("2024年3月7日 2版", "/pages/page-2/"),
        ("2024年3月7日 第三版", "/articles/3333333333/"),
        ("http://testserver/articles/k3m9abcdef/", "/articles/k3m9abcdef/"),
        ("https://testserver/pages/page-2/#a1", "/pages/page-2/#a1"),
        ("testserver/issues/2024-03-07/", "/issues/2024-03-07/"),
        ("/articles/k3m9abcdef/", "/articles/k3m9abcdef/"),
        ("0000000000", "/articles/k3m9abcdef/"),
    ],
)
def test_it_opens_what_is_cited(client, article, typed, path):
    KeyChange.objects.create(old="0000000000", new=KEY)
    response = client.get("/search/", {"q": typed})
    assert (response.status_code, response["Location"]) == (302, path)


@pytest.mark.parametrize(
    "typed",
    [
        "江州日报", "2024年3月7日", "江州日报 2024-03-07", "清泉入户进山村", "k3m9abcdeg", "k3m9abcdef 水库",
        "晚报，2024-03-07（2）", "江州日报，2024-03-08（2）", "江州日报，2024-03-07（9）", "2024年3月7日 2版 水库",
        "记者:徐小坊 2024年3月7日 2版",
        "https://evil.example/articles/k3m9abcdef/", "//evil.example/", "testserver//evil.example/", "/\\evil.example/",
        "/admin/", "http://testserver/admin/", "/nothing/", "javascript:alert(1)", "清泉[N]", "\x00", "/articles/",
    ],
)  # fmt: skip
def test_it_hijacks_no_query(client, article, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200


def test_it_leads_from_a_reference_that_differs_to_what_differs(client, article):
    long = GBT.replace("2024-03-07", "2024-03-09").replace("徐小坊", "徐小坊" * 20)
    for typed in (GBT.replace("（2）", "（5）"), long):
        links = Shown(client, "/search/", data={"q": typed}).links
        (link,) = [link for link in links if link.startswith("/cite/?")]
        assert "有出入" in Shown(client, link).main
    assert "/cite/?" not in Shown(client, "/search/", data={"q": "清泉"}).html


def test_it_opens_no_page_where_several_papers_have_one(client, article):
    make_page(publication="江州晚报", number="2")
    assert client.get("/search/", {"q": "2024年3月7日 2版"}).status_code == 200
    assert client.get("/search/", {"q": "江州晚报，2024-03-07（2）"}).status_code == 302


@pytest.mark.parametrize("typed", ["", "水库", "江州日报 2024年3月7日", "记者:徐小坊 日期:2024-03", "2版", "水" * 601])
def test_it_asks_the_database_nothing_for_an_ordinary_query(rf, django_assert_num_queries, typed):
    with django_assert_num_queries(0):
        assert destination(rf.get("/search/"), typed) == ""


def test_it_tells_matches_from_misses(client, article):
    shown = Shown(client, "/cite/", data={"q": f"{GBT}\r\n\r\n江州日报，1999-01-01（2）\r\n乱写"})
    assert shown.all(".//h2") == ["3 条：相符 1 条，没有找到 2 条"]
    first, second, third = shown.all(".//ol[@class='checked']/li")
    assert first == f"{GBT} 相符 清泉入户进山村 {GBT}"
    assert second.endswith("没有找到 1999-01-01 没有入藏。") and third.endswith("没有找到 认不出题名和日期。")
    assert article.get_absolute_url() in shown.links


@pytest.mark.parametrize(
    ("line", "remarks"),
    [
        ("徐小坊，吴小昊：《清泉入户进山村》，《江州日报》2024年3月7日，第2版", []),
        ("徐小坊, 吴小昊. (2024, March 7). 清泉入户进山村. 江州日报, 2.", []),
        ("吴小昊. 清泉入户进山村[N]. 江州日报，2024-03-07（2）.", ["署名：没有写徐小坊。"]),
        (
            "徐小坊，吴小昊. 清泉入户进山村[N]. 江州日报，2024-03-08（2）.",
            ["日期：档案作 2024-03-07，所引为 2024-03-08。"],
        ),
        ("徐小坊，吴小昊. 清泉入户进山村[N]. 江州日报，2024-03-07（4）.", ["版次：档案作 2，所引为 4。"]),
        (
            "徐小坊，吴小昊. 清泉入户进山村[N]. 临溪日报，2024-03-07.",
            ["报名：档案作江州日报。", "版次：档案作 2，没有写。"],
        ),
        (
            "徐小坊，吴小昊. 清泉[N]. 江州日报，2024-03-07（2）. http://testserver/articles/k3m9abcdef/",
            ["题名：档案作“清泉入户进山村”。"],
        ),
        ("http://testserver/articles/k3m9abcdef/", []),
        (KEY, []),
    ],
)
def test_it_tells_in_what_a_citation_differs(client, article, line, remarks):
    shown = Shown(client, "/cite/", data={"q": line})
    assert shown.all(".//ul[@class='remarks ui']/li") == remarks
    assert shown.all(".//p[@class='verdict']/b") == ["有出入" if remarks else "相符"]
    assert shown.all(".//p[@class='take']") == [GBT]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("江州日报，2024-03-07（2）", "只到版面 江州日报 2024-03-07 第2版"),
        ("徐小坊. 没有这一篇文章[N]. 江州日报，2024-03-07（2）.", "只到版面 江州日报 2024-03-07 第2版"),
        ("徐小坊. 没有这一篇文章[N]. 江州日报，2024-03-07.", "没有找到 这一天有入藏，但没有这个题名。"),
        ("江州日报，2024-03-07（9）", "没有找到 这一天有入藏，但没有这一版。"),
        ("徐小坊. 没有这一篇文章[N]. 江州日报.", "没有找到 没有这个题名，也没有写日期。"),
        ("http://testserver/articles/zzzzzzzzzz/", "没有找到 档案里没有这个地址。"),
    ],
)
def test_it_gives_the_reason_of_a_miss(client, article, line, verdict):
    assert Shown(client, "/cite/", data={"q": line}).all(".//p[@class='verdict']") == [verdict]


def test_it_takes_a_short_title_only_where_it_is_cited_as_one(client, article):
    asked = ["短讯[N]. 江州日报，2024-03-07（2）.", "水库短讯几则[N]. 江州日报，2024-03-07（2）."]
    verdicts = Shown(client, "/cite/", data={"q": "\n".join(asked)}).all(".//p[@class='verdict']/b")
    assert verdicts == ["相符", "只到版面"]


def test_it_prefers_the_paper_and_page_that_are_named(client, article):
    other = make_article(make_page(publication="江州晚报", number="5"), headline="清泉入户进山村")
    shown = Shown(client, "/cite/", data={"q": "《清泉入户进山村》，《江州晚报》2024年3月7日，第5版"})
    assert other.get_absolute_url() in shown.links and article.get_absolute_url() not in shown.links


def test_it_tells_articles_of_one_title_by_their_authors(client):
    page = make_page(number="1")
    first, second = (make_article(page, headline="图片新闻", bylines=[name]) for name in ("许森", "高章"))
    for article, name in ((first, "许森"), (second, "高章")):
        shown = Shown(client, "/cite/", data={"q": f"{name}. 图片新闻[N]. 江州日报，2024-03-07（1）."})
        assert article.get_absolute_url() in shown.links and shown.all(".//p[@class='verdict']/b") == ["相符"]


def test_it_bounds_what_is_pasted(client, article, django_assert_max_num_queries):
    assert "最多 1200 字，这里有 1,201 字" in Shown(client, "/cite/", data={"q": "水" * 1201}).main
    lines = "\n".join(["清泉[N]. 报，2024-03-07(2)"] * 25)
    with django_assert_max_num_queries(300, connection=connections["public"]):
        shown = Shown(client, "/cite/", data={"q": lines})
    assert "只核对了前 20 条，还有 5 条没有核对" in shown.main


@pytest.mark.parametrize(
    "pasted",
    [
        "\x00",
        "<script>alert(1)</script>[N]",
        "\r\n\r\n",
        "(" * 400,
        "水甲乙" * 260 + "[N]",
        '"%_\\[N]. 2024-03-07(1)',
        "记者:[N]",
        "🀄[N]",
    ],
)
def test_it_takes_whatever_is_pasted(client, article, pasted):
    assert not Shown(client, "/cite/", data={"q": pasted}).scripts


def test_it_leads_to_the_form_from_every_page(client):
    shown = Shown(client, "/about/")
    assert "/cite/" in shown.links
    assert not Shown(client, "/cite/").all(".//ol")


def test_it_knows_a_page_by_the_number_that_is_meant(client):
    page = make_page(number="A02")
    make_article(page), make_article(page)
    for typed in ("江州日报，2024-03-07（A02）", "江州日报，2024-03-07（A2）", "2024年3月7日A02版"):
        assert client.get("/search/", {"q": typed}).url == page.get_absolute_url()


def test_it_leads_to_a_page_whose_number_is_not_known_and_says_so(client):
    page = make_page(number="")
    make_article(page), make_article(page)
    typed = "江州日报，2024-03-07（2）"
    assert client.get("/search/", {"q": typed}).url == page.get_absolute_url()
    assert Shown(client, "/cite/", data={"q": typed}).all(".//ul[@class='remarks ui']/li") == [
        "这一版没有印版次，未必就是所引的一版。"
    ]
    make_page("second", number="2")
    assert client.get("/search/", {"q": typed}).url == "/pages/second/"


def test_it_finds_an_undated_article_by_its_title(client):
    undated = make_article(make_page(date=None), headline="日期不明的一篇文章")
    index(undated)
    shown = Shown(client, "/cite/", data={"q": "日期不明的一篇文章[N]. 江州日报，2024-03-07（1）."})
    assert undated.get_absolute_url() in shown.links
