"""What the head of a page tells machines: one test a rule."""

import json

import pytest

from articles.models import Correction
from tests.factories import index, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db

ORIGIN = "http://testserver"
ADDRESS = f"{ORIGIN}/articles/k3/"
HOSTILE = "</script><script>alert(1)</script>\"'>\r\n<!--&\u2028=CMD()"


@pytest.fixture
def article():
    signed = [("徐小坊", "记者", "本报"), ("苏禾", "通讯员")]
    stack = {"kicker": "全省揭晓", "headline": "清泉入户", "subtitle": "——来自山村", "column": "江声"}
    dateline = {"agency": "本报", "place": "江州", "dateline_date": "3月6日"}
    return make_article(make_page(number="2", name="要闻"), key="k3", bylines=signed, length=812, **stack, **dateline)


def metas(shown: Shown) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in shown.root.findall("head/meta[@content]"):
        found.setdefault(meta.get("name") or meta.get("property") or "", []).append(meta.get("content") or "")
    return found


def news(shown: Shown) -> dict:
    (block,) = shown.root.findall("head/script[@type='application/ld+json']")
    return json.loads(block.text or "")


HEAD_RULES = [
    ("citation_title", ["清泉入户"]),
    ("citation_author", ["徐小坊", "苏禾"]),
    ("citation_date", ["2024-03-07"]),
    ("citation_firstpage", ["2"]),
    ("citation_language", ["zh-CN"]),
    ("citation_public_url", [ADDRESS]),
    ("dc.type", ["newspaperArticle"]),
    ("dc.source", ["江州日报"]),
    ("article:section", ["要闻"]),
    ("article:published_time", ["2024-03-07"]),
    ("og:type", ["article"]),
    ("og:title", ["清泉入户"]),
    ("og:url", [ADDRESS]),
    ("og:site_name", ["报纸文存"]),
    ("citation_journal_title", []),
    ("citation_authors", []),
]


@pytest.mark.parametrize(("name", "contents"), HEAD_RULES)
def test_it_keeps_the_rules_of_the_head(client, article, name, contents):
    assert metas(Shown(client, article.get_absolute_url())).get(name, []) == contents


NEWS_RULES = [
    ("@context", "https://schema.org"),
    ("@type", "NewsArticle"),
    ("headline", "清泉入户"),
    ("alternativeHeadline", ["全省揭晓", "——来自山村"]),
    ("datePublished", "2024-03-07"),
    ("dateline", "本报 江州 3月6日"),
    ("printPage", "2"),
    ("printSection", "要闻"),
    ("articleSection", "江声"),
    ("wordCount", 812),
    ("inLanguage", "zh-CN"),
    ("url", ADDRESS),
    (
        "author",
        [
            {"@type": "Person", "name": "徐小坊", "url": "http://testserver/people/%E5%BE%90%E5%B0%8F%E5%9D%8A/"},
            {"@type": "Person", "name": "苏禾", "url": "http://testserver/people/%E8%8B%8F%E7%A6%BE/"},
        ],
    ),
    (
        "isPartOf",
        {
            "@type": "PublicationIssue",
            "datePublished": "2024-03-07",
            "isPartOf": {"@type": "Newspaper", "name": "江州日报"},
        },
    ),
    ("correction", None),
    ("articleBody", None),
]


@pytest.mark.parametrize(("name", "value"), NEWS_RULES)
def test_it_tells_search_engines_what_was_printed(client, article, name, value):
    assert news(Shown(client, article.get_absolute_url())).get(name) == value


def test_it_tells_nothing_that_is_not_known(client):
    article = make_article(make_page(publication="", date=None, number=""), length=0)
    shown = Shown(client, article.get_absolute_url())
    assert "" not in [content for contents in metas(shown).values() for content in contents]
    lacking = {"citation_author", "citation_date", "citation_firstpage", "dc.source", "article:section", "og:site_name"}
    assert not lacking & metas(shown).keys()
    assert news(shown).keys() == {"@context", "@type", "headline", "inLanguage", "url"}


def test_it_marks_what_is_inferred_in_the_description(client):
    shown = Shown(client, make_article(make_page(bases={"date": "inferred"})).get_absolute_url())
    assert metas(shown)["description"] == ["江州日报 〔2024年3月7日〕 6日上午,泵站启动。汛期来临之前全部完工。"]
    assert metas(shown)["description"] == metas(shown)["og:description"]


def test_it_tells_what_was_corrected(client, article):
    fields = {"target": f"article:{article.key}", "page": article.page.key, "reason": "据原文。", "editor": "甲"}
    Correction.objects.create(field="headline", old="清泉入尸", new="清泉入户", **fields)
    (comment,) = news(Shown(client, article.get_absolute_url()))["correction"]
    assert comment["@type"] == "CorrectionComment" and comment["text"] == "主题：清泉入尸 → 清泉入户。据原文。"
    assert comment["datePublished"][:2] == "20"


def test_it_lets_nothing_that_was_printed_out_of_the_head(client):
    page = make_page(publication=HOSTILE[:70], name=HOSTILE[:40], number=HOSTILE[:18])
    text = dict.fromkeys(("headline", "kicker", "subtitle", "opening"), HOSTILE)
    article = make_article(
        page, **text, column="</script>{}&<!--", place=HOSTILE[:50], bylines=[("</script>{}'\"&<!--", HOSTILE[:30])]
    )
    fields = {"target": f"article:{article.key}", "page": page.key, "reason": HOSTILE, "editor": "甲"}
    Correction.objects.create(field="headline", old="甲", new=HOSTILE, **fields)
    shown = Shown(client, article.get_absolute_url())
    line = "</script><script>alert(1)</script>\"'> <!--& =CMD()"
    assert not shown.scripts and len(shown.root.findall(".//script")) == 1
    assert metas(shown)["citation_title"] == metas(shown)["og:title"] == [line] == [news(shown)["headline"]]
    block = shown.html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>&\u2028") & set(block) and json.loads(block)["headline"] == line


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/", "/"),
        ("/people/?order=most&letter=X&utm_source=x", "/people/?letter=X"),
        ("/photos/?page=1&year=2024", "/photos/?year=2024&page=1"),
        ("/search/?q=泵站&order=newest", "/search/?q=%E6%B3%B5%E7%AB%99"),
        ("/articles/k3/?q=泵站&n=1", "/articles/k3/"),
    ],
)
def test_it_names_one_address_for_a_page(client, article, path, canonical):
    make_article(bylines=[], figures=[("图", ["何若谷"])])
    index(article)
    shown = Shown(client, path)
    links = [link.get("href") for link in shown.root.findall("head/link[@rel='canonical']")]
    assert links == [f"{ORIGIN}{canonical}"] == metas(shown)["og:url"]


@pytest.mark.parametrize("path", ["/", "/issues/", "/people/", "/columns/", "/places/", "/about/", "/search/"])
def test_it_gives_every_page_a_card(client, article, path):
    shown = Shown(client, path)
    assert metas(shown)["og:type"] == ["website"] and metas(shown)["og:site_name"] == ["报纸文存"]
    assert metas(shown)["og:title"] == [shown.title.removesuffix(" – 报纸文存")]


def test_it_names_the_site_once_however_it_is_called(client, article, settings):
    settings.SITE_NAME = 'A & "B"'
    shown = Shown(client, article.get_absolute_url())
    assert (shown.title, metas(shown)["og:title"], metas(shown)["og:site_name"]) == (
        '清泉入户 – A & "B"', ["清泉入户"], ['A & "B"']
    )  # fmt: skip


def test_it_names_no_address_for_an_error(client):
    assert "canonical" not in Shown(client, "/nothing/", 404).html
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
