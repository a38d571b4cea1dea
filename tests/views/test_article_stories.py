"""The article page: a story that goes on on another page."""

import pytest

from articles.models import Article
from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_tells_where_the_text_comes_from_and_goes_to(client):
    page = make_page(number="2")
    article = make_article(page, continued_from="第一版", continued_to="第四版")
    assert "上接第一版 前文未入藏" in Shown(client, article.get_absolute_url()).main
    first = make_page(number="1")
    shown = Shown(client, article.get_absolute_url())
    assert "上接第一版 看第一版" in shown.main and "下转第四版 后文未入藏" in shown.main
    assert first.get_absolute_url() in shown.links


def story(truncated: bool = False, **fields) -> list[Article]:
    """Two parts on the pages 1 and 3."""
    text = {"sections": [("", ["水渠通水了。", "每天只能推进"])], "continued_to": "第三版", "truncated": truncated}
    first = make_article(make_page(number="1"), headline="水渠通水", **text)
    rest = {"sections": [("", ["两三米。"]), ("尾声", ["村民喝上清泉。"])], "continued_from": "第一版", "length": 1918}
    page = make_page(number=fields.pop("number", "3"))
    second = make_article(page, headline="水渠", position=2, continues=first, **rest | fields)
    return [first, second]


def test_it_shows_the_rest_of_a_story_from_another_page(client):
    first, second = story(bylines=["程野"], figures=[("桥面。", ["何若谷"])])
    shown = Shown(client, first.get_absolute_url())
    note = "原报在这里“下转第三版”。以下是第三版第 2 篇所印，1,918 字。"
    assert shown.all(".//div[@class='seam']") == ["接" + note]
    assert shown.main.index("每天只能推进") < shown.main.index(note) < shown.main.index("两三米。")
    assert shown.main.index("尾声 村民喝上清泉。") < shown.main.index("记者 程野") < shown.main.index("桥面。")
    assert second.get_absolute_url() in shown.links
    assert "未入藏" not in shown.main.replace("照片未入藏", "") and shown.all(".//h1") == ["水渠通水"]


def test_it_runs_a_broken_sentence_on_over_the_seam(client):
    first, _ = story(truncated=True)
    shown = Shown(client, first.get_absolute_url())
    (paragraph,) = [text for text in shown.all(".//div[@class='body']/p") if "推进" in text]
    assert paragraph == "每天只能推进附注接两三米。"
    assert "#n接2" in shown.links and shown.root.find(".//p[@id='n接2']") is not None
    assert "，与上半句相接。" in shown.main and not shown.all(".//div[@class='seam']")
    assert "原文到此中断" not in shown.main


def test_it_leads_from_the_rest_of_a_story_to_its_beginning(client):
    first, second = story()
    shown = Shown(client, second.get_absolute_url())
    assert "上接第一版 前文：水渠通水" in shown.main
    assert first.get_absolute_url() in shown.links
    assert "每天只能推进" not in shown.main


def test_it_cites_and_counts_each_part_by_itself(client):
    first, second = story()
    shown = Shown(client, first.get_absolute_url())
    assert f"本版 {first.length} 字，连同第三版共 1,930 字，约读 5 分钟" in shown.main
    assert "1,918 字，约读 5 分钟" in Shown(client, second.get_absolute_url()).main
    assert "水渠通水[N/OL]. 江州日报，2024-03-07（1）." in shown.main
    assert "（3）" in Shown(client, second.get_absolute_url()).main
    assert "两三米" not in client.get(f"/articles/{first.key}.txt").text


def test_it_says_when_a_story_was_joined_by_its_headline(client):
    first, _ = story(number="")
    shown = Shown(client, first.get_absolute_url())
    assert "以下是同期另一版第 2 篇所印，1,918 字。版次未印的，据标题相接。" in shown.main


def test_it_follows_a_story_as_far_as_it_is_known(client):
    first, second = story(continued_to="第四版")
    assert "下转第四版 后文未入藏" in Shown(client, first.get_absolute_url()).main
    third = make_article(make_page(number="4"), sections=[("", ["后来。"])], continued_from="第三版", continues=second)
    shown = Shown(client, first.get_absolute_url())
    assert shown.main.index("村民喝上清泉。") < shown.main.index("后来。")
    assert "后文未入藏" not in shown.main and third.get_absolute_url() in shown.links
    middle = Shown(client, second.get_absolute_url())
    assert "前文：水渠通水" in middle.main and "后来。" in middle.main


def test_it_counts_the_hits_of_all_parts_that_it_shows(client):
    first, _ = story()
    shown = Shown(client, first.get_absolute_url() + "?q=村民")
    assert "检索“村民”，本文 1 处" in shown.main
    assert shown.all(".//p/mark[@id='hit']") == ["村民"]


def test_it_lists_the_subheads_of_all_parts(client):
    first, _ = story(sections=[("其一", ["甲。"]), ("其二", ["乙。"]), ("其三", ["丙。"])])
    shown = Shown(client, first.get_absolute_url())
    assert shown.all(".//nav[@class='rail']//li") == ["其一", "其二", "其三"]
    links = [link.get("href") for link in shown.root.findall(".//nav[@class='rail']//a")]
    targets = [f"#{heading.get('id')}" for heading in shown.root.findall(".//div[@class='body']/h2")]
    assert links == targets and len(set(links)) == 3


def test_it_knows_a_page_by_the_number_that_a_mark_means(client):
    article = make_article(make_page(number="A02"), continued_from="A1版")
    make_page(number="A01")
    assert "上接A1版 看A1版" in Shown(client, article.get_absolute_url()).main
