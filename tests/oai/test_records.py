"""Dublin Core of an article: what each element holds, what is left out, and that hostile text is inert."""

import pytest

from articles.models import Byline
from tests.factories import make_article, make_page, make_person, make_photo
from tests.oai.asking import START, ask, changed_article, records

pytestmark = pytest.mark.django_db
HOSTILE = "</script><b>&amp;]]>\"'\x00\x0b\x1f\ufffe=CMD()\r\n行"
BARE = "</script><b>&amp;]]>\"'"


def record(article):
    return ask("GetRecord", identifier=f"oai:archive.invalid:article:{article.key}", metadataPrefix="oai_dc")


def test_it_tells_all_that_is_known():
    page = make_page(publication="江州日报", number="A2", bases={"date": "inferred"})
    article = changed_article(
        0,
        page,
        headline="水库蓄水",
        kicker="历时三年",
        subtitle="惠及十镇",
        column="要闻",
        place="江州",
        bylines=["徐坊", "吴昊", "徐坊"],
        figures=[("大坝", [("何若谷", "记者", "本报", "摄")])],
    )
    told = record(article)
    assert told.texts("dc:title") == ["水库蓄水", "历时三年", "惠及十镇"]
    assert told.texts("dc:creator") == ["徐坊", "吴昊"]
    assert told.texts("dc:contributor") == ["何若谷"]
    assert told.texts("dc:subject") == ["要闻"]
    assert told.texts("dc:coverage") == ["江州"]
    assert told.texts("dc:publisher") == ["江州日报"]
    assert told.texts("dc:date") == ["2024-03-07"]
    assert told.texts("dc:source") == ["江州日报，[2024-03-07]（A2）"]
    assert told.texts("dc:type") == ["Text", "newspaperArticle"]
    assert told.texts("dc:identifier") == [f"http://testserver/articles/{article.key}/"]
    assert told.texts("dc:language") == ["zh-Hans"]
    assert told.texts("dc:rights") == told.texts("dc:relation") == []
    assert told.texts("dc:title/@xml:lang") == ["zh-Hans"] * 3


def test_it_leaves_out_what_is_unknown():
    article = changed_article(0, make_page(publication="", date=None, number=""), headline="", opening="", sections=())
    told = record(article)
    assert told.texts("dc:title") == ["无题"]
    for name in ("creator", "publisher", "date", "source", "coverage", "description", "subject"):
        assert told.texts(f"dc:{name}") == []


def test_it_names_the_photographer_of_a_picture_by_itself_as_its_creator():
    photo = make_photo(changed=START)
    assert record(photo).texts("dc:creator") == ["何若谷"]
    assert record(photo).texts("dc:contributor") == []


def test_it_leads_to_the_other_parts_of_a_story():
    first = changed_article(0, key="first")
    middle = changed_article(0, key="middle", continues=first)
    changed_article(0, key="last", continues=middle)
    assert [text[-7:] for text in record(middle).texts("dc:relation")] == ["/first/", "s/last/"]
    assert record(first).texts("dc:relation") == ["http://testserver/articles/middle/"]


def test_it_tells_on_what_terms_where_the_archive_says_so(settings):
    settings.RIGHTS = "公有领域"
    assert record(changed_article()).texts("dc:rights") == ["公有领域"]


def test_it_says_that_a_text_is_traditional():
    article = changed_article(0, headline="水庫蓄水", opening="縣內水庫昨日開始蓄水，農田灌溉有了保證。")
    assert record(article).texts("dc:language") == ["zh-Hant"]


@pytest.mark.sqlite
def test_it_makes_hostile_text_inert():
    name = HOSTILE.replace("\0", "")  # of which databases do not agree
    page = make_page(publication=name, number="1")
    article = make_article(page, headline=HOSTILE, kicker=HOSTILE, column=name, place=HOSTILE, changed=START)
    Byline.objects.create(article=article, person=make_person("甲"), position=1, name=HOSTILE)
    for told in (record(article), records(), ask("ListSets")):
        assert not told.errors
    for name in ("title", "creator", "subject", "coverage", "publisher"):
        assert all(text.startswith(BARE) for text in record(article).texts(f"dc:{name}"))
        assert record(article).texts(f"dc:{name}")
    [_, spec, _, column] = ask("ListSets").texts("o:setSpec")
    assert records(set=spec).keys == records(set=column).keys == [article.key]
