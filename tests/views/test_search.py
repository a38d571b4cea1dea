"""The search page."""

import datetime
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import Article, Person
from articles.search.query import parse
from articles.views.readback import readback
from tests.factories import index, make_article, make_page, make_photo
from tests.views.shown import Shown
from tests.views.test_quantities import quote

pytestmark = pytest.mark.django_db


def address(q: str, **more) -> str:
    return f"/search/?{urlencode({'q': q, **more})}"


def look(client, q: str, **more) -> Shown:
    return Shown(client, "/search/", query_params={"q": q, **more})


@pytest.fixture
def small_archive():
    one = make_article(
        headline="水库全线通水", sections=[("", ["清泉来了。", "水库已满,市民喝上清泉。"])], bylines=["程野"]
    )
    two = make_article(
        make_page(date=datetime.date(2019, 5, 1), publication="临溪日报", number="A06"),
        headline="水库清淤",
        column="江声",
        bylines=[("阮文", "通讯员")],
        sections=[("", ["清淤之后。"])],
    )
    index(one, two)


def test_it_asks_without_a_query(client):
    page = Shown(client, "/search/")
    assert "词与词之间空一格" in page.main
    assert page.root.find(".//form[@role='search']//input[@name='q']") is not None


def test_it_finds_and_marks(client, small_archive):
    page = look(client, "清泉")
    assert page.all(".//h2/a") == ["水库全线通水"]
    assert page.all(".//mark") == ["清泉", "清泉"]
    assert "水库已满，市民喝上清泉。" in page.main
    assert "江州日报 2024年3月7日 第1版" in page.main


def test_it_marks_the_names_and_the_column_that_were_found(client, small_archive):
    assert look(client, "程野").all(".//p[@class='after']//mark") == ["程野"]
    assert look(client, "江声").all(".//p[@class='after']//mark") == ["江声"]


def test_it_sets_a_passage_over_two_paragraphs_as_one(client, small_archive):
    assert "清泉来了。水库已满，市民喝上清泉。" in look(client, "清泉来了 水库").main


def test_it_keeps_the_query_in_the_box_and_in_the_links(client, small_archive):
    page = look(client, "水库", order="newest")
    assert page.root.find(".//input[@name='q']").get("value") == "水库"
    assert page.root.find(".//input[@name='order']").get("value") == "newest"
    results = [link for link in page.links if "?q=" in link and link.startswith("/articles/")]
    assert [link.partition("?")[2] for link in results] == [
        "q=%E6%B0%B4%E5%BA%93&order=newest&n=1", "q=%E6%B0%B4%E5%BA%93&order=newest&n=2",
    ]  # fmt: skip


def test_it_reads_the_query_back_with_a_way_to_drop_each_part(client, small_archive):
    page = look(client, "水库 清泉 记者:程野")
    assert (
        "在全部报纸中，找正文或标题里同时有水库去掉“水库”×和清泉去掉“清泉”×、署名程野去掉“程野”×的报道。" in page.main
    )
    assert address("清泉 记者:程野") in page.links


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("水库", "在全部报纸中，找正文或标题里有水库的报道"),
        ("水库 报纸:临溪日报", "在临溪日报中，找正文或标题里有水库的报道"),
        ("水库 -清淤", "在全部报纸中，找正文或标题里有水库、没有清淤的报道"),
        ("水库 -记者:程野 -版:4", "在全部报纸中，找正文或标题里有水库、不是署名程野、不是第4版的报道"),
        ("甲 乙 丙", "在全部报纸中，找正文或标题里同时有甲、乙和丙的报道"),
        ("题名:水库", "在全部报纸中，找标题里有水库的报道"),
        ("日期:2019", "在全部报纸中，找2019年的报道"),
        ("水库 日期:2019-05-01 版:4", "在全部报纸中，找正文或标题里有水库、2019年5月1日、第4版的报道"),
        ("记者:甲某|乙某", "在全部报纸中，找署名甲某或乙某的报道"),
    ],
)
def test_it_reads_queries_back_as_sentences(typed, sentence):
    assert "".join(part.words or part.term for part in readback(parse(typed))) == sentence


@pytest.mark.parametrize(
    "typed",
    ["水库 清泉", "水库|清泉 -旧", "题名:水库 记者:程野 栏目:江声 版:A6 报纸:临溪 日期:2019", "水库 -记者:程野 -版:A6"],
)
def test_it_drops_exactly_one_part_of_the_query(typed):
    parts = [part for part in readback(parse(typed)) if part.term]
    whole = len(str(parse(typed)).split())
    assert {len(str(parse(part.without)).split()) for part in parts} == {whole - 1}


def test_it_sorts_by_date(client, small_archive):
    assert look(client, "水库", order="newest").all(".//h2/a") == ["水库全线通水", "水库清淤"]
    assert look(client, "水库", order="oldest").all(".//h2/a") == ["水库清淤", "水库全线通水"]


def test_it_finds_a_reporter_by_the_bare_name_with_a_card_on_top(client, small_archive):
    page = look(client, "程野")
    assert page.all(".//h2/a") == ["水库全线通水"]
    assert page.all(".//p[@class='card']") == ["程野 署名 1 篇"]


def test_it_shows_whom_a_latin_word_may_mean(client):
    index(make_article(bylines=["徐坊"]))
    Person.objects.filter(name="徐坊").update(pinyin="xu fang")
    index(*Article.objects.all())
    assert look(client, "xufang").all(".//p[@class='card']") == ["徐坊 署名 1 篇"]


def test_it_offers_names_and_spellings_like_those_not_found(client):
    index(make_article(headline="水库", column="江声", bylines=["徐坊"]))
    assert "徐坊1 篇" in look(client, "记者:徐方").main
    assert look(client, "栏目:江生").all(".//div[@class='none']//h2")[:1] == ["栏目相近"]


def choices(page: Shown, field: str) -> dict[str, str]:
    """{words and count: address} of a facet."""
    section = page.root.find(f".//section[@aria-labelledby='f-{field}']")
    items = section.findall(".//li") if section is not None else []
    return {page.words(item): item.find("a").get("href") for item in items}


def test_it_offers_ways_to_narrow_that_hold_what_they_promise(client, small_archive):
    page = look(client, "水库")
    assert page.all(".//aside//h3") == ["报纸", "年份", "署名", "栏目", "版次"]
    assert choices(page, "person") == {"程野1 篇": address("水库 记者:程野"), "阮文1 篇": address("水库 记者:阮文")}
    for field in ("paper", "year", "column", "page"):
        for link in choices(page, field).values():
            assert len(Shown(client, link).all(".//h2/a")) == 1, link


def test_it_offers_what_one_could_choose_instead_and_takes_a_choice_back(client, small_archive):
    page = look(client, "水库 报纸:临溪日报")
    assert choices(page, "paper") == {
        "去掉临溪日报×1 篇": address("水库"), "江州日报1 篇": address("水库 报纸:临溪日报|江州日报"),
    }  # fmt: skip
    both = Shown(client, choices(page, "paper")["江州日报1 篇"])
    assert "2 篇" in both.main and len(both.all(".//aside//a[@aria-current]")) == 2


def test_it_keeps_the_order_when_narrowing(client, small_archive):
    assert all("order=oldest" in link for link in choices(look(client, "水库", order="oldest"), "paper").values())


def test_it_goes_down_from_years_to_months(client):
    for month in (3, 5, 12):
        index(make_article(make_page(date=datetime.date(2023, month, 8)), headline="水库"))
    index(make_article(make_page(date=datetime.date(2019, 5, 1)), headline="水库"))
    page = look(client, "水库")
    assert list(choices(page, "year")) == ["2023年3 篇", "2019年1 篇"] and not choices(page, "month")
    year = Shown(client, choices(page, "year")["2023年3 篇"])
    assert list(choices(year, "month")) == ["3月1 篇", "5月1 篇", "12月1 篇"]
    month = Shown(client, choices(year, "month")["5月1 篇"])
    assert "2023年5月" in month.main and len(month.all(".//h2/a")) == 1
    back = choices(month, "month")["去掉5月×1 篇"]
    assert back == address("水库 日期:2023")


@pytest.mark.parametrize(
    ("path", "words", "filters"),
    [
        ("/pages/{page}/", "在本版检索", "报纸:临溪日报 日期:2019-05-01 版:A6"),
        ("/issues/2019-05-01/", "在本期检索", "报纸:临溪日报 日期:2019-05-01"),
        ("/people/阮文/", "在此人作品中检索", "记者:阮文"),
    ],
)
def test_it_is_reached_from_a_page_an_issue_and_a_person(client, small_archive, path, words, filters):
    article = Article.objects.get(headline="水库清淤")
    page = Shown(client, path.format(page=article.page.key))
    way = next(link.get("href") for link in page.root.iter("a") if page.words(link) == words)
    typed = parse_qs(urlsplit(way).query)["q"][0]
    assert set(parse(typed).filters) == set(parse(filters).filters)
    assert Shown(client, way).all(".//h2/a") == ["水库清淤"]


def bars(page: Shown) -> list[str]:
    return page.all(".//section[@aria-labelledby='over-time']//li")


def test_it_draws_the_results_over_the_years_with_their_gaps(client):
    for year in (2017, 2017, 2019, 2021):
        index(make_article(make_page(date=datetime.date(year, 5, 1)), headline="水库"))
    page = look(client, "水库")
    assert bars(page) == ["20172 篇", "20180", "20191 篇", "20200", "20211 篇"]
    chosen = look(client, "水库 日期:2017..2019")
    assert len(chosen.root.findall(".//{*}rect[@class='chosen']")) == 3
    year = look(client, "水库 日期:2017")
    assert len(bars(year)) == 12 and bars(year)[4] == "5月2 篇"
    assert year.root.find(".//div[@class='span ui']/a").get("href") == address("水库")


def test_it_draws_nothing_for_one_month(client):
    index(make_article(headline="水库"), make_article(headline="水库"))
    assert bars(look(client, "水库")) == []


def test_it_searches_again_within_the_results(client, small_archive):
    page = look(client, "水库", order="newest")
    form = page.root.find(".//form[@class='search again']")
    assert {field.get("name"): field.get("value") for field in form.findall(".//input")} == {
        "q": "水库", "order": "newest", "more": None,
    }  # fmt: skip
    answer = client.get("/search/", {"q": "水库", "order": "newest", "more": " 清泉 "})
    assert (answer.status_code, answer.url) == (302, address("水库 清泉", order="newest"))


def test_it_tells_the_words_that_a_term_was_taken_apart_into(client, small_archive):
    assert "拆作词：" in look(client, "水库全线通水").main
    assert "拆作词：" not in look(client, "水库").main


def test_it_asks_the_database_little(client):
    page = make_page()
    index(*(make_article(page, headline=f"水库{number}", bylines=["程野"]) for number in range(25)))
    with CaptureQueriesContext(connections["public"]) as captured:
        look(client, "水库")
    rows = [one["sql"] for one in captured if "search_" not in one["sql"] and "articles_" in one["sql"]]
    assert len(rows) <= 5 + 2, rows  # articles with text, and people of that name


@pytest.mark.parametrize("q", ["水库", "日期:2024 水库", "清泉 水库 -没有"])
def test_it_offers_nothing_that_all_results_share(client, q):
    index(make_article(headline="水库清泉一"), make_article(headline="水库清泉二"))
    assert "报纸" not in look(client, q).all(".//aside//h3")


def test_it_suggests_what_does_find_something(client, small_archive):
    page = look(client, "清泉 量子通信 记者:程也")
    assert "没有找到" in page.main
    assert "只找“清泉”1 篇" in page.main and "只找“量子通信”" not in page.main
    assert "程野1 篇" in page.main
    assert "馆藏从2019年5月1日到2024年3月7日，共 2 版" in page.main


def test_it_opens_without_hits_in_an_empty_archive(client):
    assert "没有找到" in look(client, "水库").main


def test_it_tells_when_the_query_was_loosened(client):
    index(make_article(headline="水库", sections=[("", ["通水了。后来清淤了。"])]))
    page = look(client, "通水清淤")
    assert page.all(".//h2/a") == ["水库"]
    assert "没有连在一起的" in page.main


def test_it_tells_that_a_query_is_too_long_and_keeps_it(client):
    page = look(client, "水" * 132)
    assert "最多 100 字，这里有 132 字。请删短再找。" in page.main
    field = page.root.find(".//input[@name='q']")
    assert (field.get("value"), field.get("aria-describedby")) == ("水" * 132, "q-error")


def test_it_pages_through_results(client):
    index(*(make_article(headline=f"水库{number}") for number in range(23)))
    first = look(client, "水库", order="newest")
    assert len(first.all(".//h2/a")) == 20 and "23 篇" in first.main
    second = look(client, "水库", order="newest", page="2")
    assert len(second.all(".//h2/a")) == 3
    assert not set(first.all(".//h2/a")) & set(second.all(".//h2/a"))
    assert any("order=newest" in link and "page=2" in link for link in first.links)


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1000000000", "2"])
def test_it_knows_no_pages_beyond(client, small_archive, page):
    assert client.get("/search/", {"q": "水库", "page": page}).status_code == 404


def test_it_shows_photos_by_their_captions(client):
    index(make_photo(headline="抢“鲜”上市", caption="笋农忙着分拣。"))
    page = look(client, "笋农")
    assert page.all(".//mark") == ["笋农"] and "何若谷 摄" in page.main


def test_it_is_not_for_robots(client):
    assert 'name="robots" content="noindex"' in Shown(client, "/search/").html


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60) | st.text(st.sampled_from('水库通记者题名日期版:：-|"“”「」()* \x00\ud800^~.12'), max_size=30)
)
@example("/")
@example("/search/")
def test_it_answers_whatever_is_typed(client, small_archive, q):
    response = client.get("/search/", {"q": q.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert response.status_code == 200


def test_it_finds_by_a_quoted_number_and_reads_it_back(client):
    article = make_article(headline="水库开工", sections=[("", ["水库投资24亿元。"])])
    quote(article)
    index(article, make_article(headline="水库夜话", sections=[("", ["水库投资不多。"])]))
    page = look(client, "水库 数字:>1亿元")
    assert page.all(".//h2/a") == ["水库开工"]
    assert "文中数字" in page.main and ">1亿元" in page.main
    assert "看不懂" in look(client, "水库 数字:很多").main
    told = client.get("/api/v1/search", {"q": "水库 数字:>1亿元"}).json()
    assert [one["title"] for one in told["results"]] == ["水库开工"]
    assert told["query"]["filters"] == [
        {"field": "quantity", "label": "数字", "values": [">1亿元"], "means": [">1亿元"]}
    ]
