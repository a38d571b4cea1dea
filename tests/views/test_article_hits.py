"""The article page: the hits of the search one came from."""

import pytest

from tests.factories import make_article, make_page, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_keeps_the_hits_of_the_search_one_came_from(client):
    article = make_article(headline="水库通水", sections=[("", ["水库满了。", "去看水库。"])])
    page = Shown(client, article.get_absolute_url() + "?q=水库")
    assert page.all(".//mark") == ["水库"] * 3
    assert "检索“水库”，本文 3 处" in page.main
    assert page.all(".//*[@id='hit']") == ["水库"] and page.all(".//p/mark[@id='hit']")


@pytest.mark.parametrize("q", ["", "(", "\x00", "“", "记者:", "a" * 500, "🀄"])
def test_it_reads_whatever_query_it_is_given(client, q):
    assert client.get(make_article().get_absolute_url(), {"q": q}).status_code == 200


def test_it_parts_neither_hit_nor_sign_at_a_note(client):
    source = "共同\n,富裕之路\n"
    doubts = [{"code": "break", "start": 0, "end": 2, "score": 0.5, "runner_up": None}]
    page = make_page(text=source, spans=[[0, 2, "paragraph", 0], [3, 8, "paragraph", 0]])
    article = make_article(page, sections=[("", ["共同,富裕之路"])], doubts=doubts)
    shown = Shown(client, article.get_absolute_url() + "?q=共同富裕")
    assert shown.all(".//div[@class='body']//mark") == ["共同", "，富裕"]
    assert "本文 1 处" in shown.main


def test_it_breaks_a_headline_between_words_where_hits_are_marked(client):
    article = make_article(headline="沙渚湖泵站 今日投运")
    plain, marked = (Shown(client, article.get_absolute_url() + query) for query in ("", "?q=泵站"))
    for shown in (plain, marked):
        assert shown.all(".//h1/span[@class='clause']") == ["沙渚湖泵站", "今日投运"]
        assert len(list(shown.root.find(".//h1").iter("wbr"))) == 2
    assert marked.all(".//h1//mark") == ["泵站"]


def test_it_jumps_to_no_hit_above_the_text(client):
    shown = Shown(client, make_article(headline="水库通水", bylines=["程野"]).get_absolute_url() + "?q=水库|程野")
    assert "本文 2 处" in shown.main and "到第一处" not in shown.main
    assert shown.all(".//mark") == ["水库", "程野"] and shown.root.find(".//*[@id='hit']") is None


def test_it_jumps_to_a_caption(client):
    shown = Shown(client, make_photo(caption="水库边的笋农。").get_absolute_url() + "?q=水库")
    assert "#hit" in shown.links and shown.all(".//figure//mark[@id='hit']") == ["水库"]
