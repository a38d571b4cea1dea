"""The article page."""

import pytest

from articles.models import Article, Correction, KeyChange
from tests.factories import make_article, make_page, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_sets_the_headline_stack_and_the_names(client):
    article = make_article(
        make_page(name="要闻"),
        kicker="全省“冠军榜”揭晓",
        headline="江州方阵还缺什么",
        subtitle="——来自38家企业的调查",
        column="江报观察",
        bylines=[("欧阳牧野", "记者", "本报"), ("苏禾", "通讯员")],
    )
    page = Shown(client, article.get_absolute_url())
    assert page.all(".//h1") == ["江州方阵还缺什么"]
    assert page.all(".//p[@class='kicker']") == ["全省“冠军榜”揭晓"]
    assert "本报记者 欧阳牧野 通讯员 苏禾" in page.main
    assert "/people/%E8%8B%8F%E7%A6%BE/" in page.links
    assert "江州日报 2024年3月7日 星期四 第1版 要闻 本版第 1 篇" in page.main
    assert page.title == "江州方阵还缺什么 – 报纸文存"


def test_it_shows_the_text_in_full_width_under_its_subheads(client):
    article = make_article(sections=[("", ["开头,一段。"]), ("其一", ["甲(乙)。"]), ("其二", ["丙"]), ("其三", ["丁"])])
    page = Shown(client, article.get_absolute_url())
    assert "开头，一段。" in page.main and "甲（乙）。" in page.main
    assert page.all(".//nav[@class='rail']//li") == ["其一", "其二", "其三"]


def test_it_tells_length_and_reading_time(client):
    article = make_article(length=1918)
    assert "1,918 字，约读 5 分钟" in Shown(client, article.get_absolute_url()).main


def test_it_marks_what_is_inferred(client):
    page = make_page(bases={"publication": "inferred", "date": "inferred"}, number="")
    shown = Shown(client, make_article(page, dateline_date="3月6日").get_absolute_url())
    assert "〔江州日报〕" in shown.main and "〔2024年3月7日〕" in shown.main
    assert "版次未印" in shown.main
    assert "据3月6日电头，次日出版" in shown.main


def test_it_marks_nothing_as_inferred_that_is_printed(client):
    assert "〔" not in Shown(client, make_article().get_absolute_url()).main


def test_it_lets_the_caption_take_the_place_of_a_picture(client):
    article = make_article(
        figures=[("笋农忙着分拣,称重。", [("何若谷", "记者", "本报", "摄"), ("万里", "拍友", "", "摄")])]
    )
    (figure,) = Shown(client, article.get_absolute_url()).all(".//figure")
    assert figure == "笋农忙着分拣，称重。 本报记者 何若谷 拍友 万里 摄 照片未入藏，图说代图"


def test_it_shows_a_photo_by_itself_with_its_title_once(client):
    page = Shown(client, make_photo(headline="抢“鲜”上市").get_absolute_url())
    assert page.all(".//h1") == ["抢“鲜”上市"]
    assert len(page.all(".//figure")) == 1


def test_it_prints_the_credit_where_no_name_was_read(client):
    article = make_article(figures=[("图说", [])])
    article.figures.update(credit="资料图片")
    assert "资料图片" in Shown(client, article.get_absolute_url()).main


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
    assert f"{first.length} 字，约读 1 分钟" in shown.main
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
    assert shown.root.find(".//p[@id='hit']") is not None


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


def test_it_tells_where_the_text_breaks_off(client):
    assert "□□□ 原文到此中断" in Shown(client, make_article(truncated=True).get_absolute_url()).main
    assert "原文到此中断" not in Shown(client, make_article().get_absolute_url()).main


def test_it_shows_corrections_with_the_printed_reading(client):
    article = make_article(headline="沙渚湖南岸泵站投运", printed={"headline": "沙渚湖泵站投运"})
    fields = {"target": f"article:{article.key}", "page": article.page.key, "reason": "据原文。", "editor": "甲"}
    Correction.objects.create(field="headline", old="沙渚湖泵站投运", new="沙渚湖南岸泵站投运", **fields)
    page = Shown(client, article.get_absolute_url())
    assert (page.all(".//del"), page.all(".//ins")) == (["沙渚湖泵站投运"], ["沙渚湖南岸泵站投运"])
    assert "据原文。" in page.main


def test_it_adds_a_note_where_the_paper_erred(client):
    article = make_article(printed={"headline": "沙渚湖泵站投运"})
    fields = {"target": f"article:{article.key}", "page": article.page.key, "reason": "次日声明。", "kind": "misprint"}
    Correction.objects.create(field="headline", old="沙渚湖泵站投运", new="沙渚泵站投运", editor="甲", **fields)
    page = Shown(client, article.get_absolute_url())
    assert "主题原报有误：沙渚湖泵站投运，应作“沙渚泵站投运”。" in page.main
    assert page.all(".//h1[@class='wavy']") and not page.all(".//del")


def test_it_numbers_doubts_in_the_text(client):
    source = "沙渚湖泵站投运\n泵站启动。\n"
    spans = [[0, 7, "headline", 0], [8, 13, "paragraph", 0]]
    doubts = [{"code": "text", "start": 8, "end": 13, "score": 0.5, "runner_up": "heading"}]
    article = make_article(make_page(text=source, spans=spans), sections=[("", ["泵站启动。"])], doubts=doubts)
    page = Shown(client, article.get_absolute_url())
    assert "#n1" in page.links and page.root.find(".//p[@id='n1']") is not None
    assert "也可能是小标题" in page.main


def test_it_cites_with_the_permanent_address(client):
    article = make_article(key="k3", bylines=["程野"], headline="沙渚湖泵站投运")
    page = Shown(client, article.get_absolute_url())
    assert "程野. 沙渚湖泵站投运[N/OL]. 江州日报，2024-03-07（1）. http://testserver/articles/k3/" in page.main


def test_it_leads_to_the_neighbours_on_the_page(client):
    page = make_page()
    first, second, third = (make_article(page, headline=headline) for headline in ("甲篇", "乙篇", "丙篇"))
    shown = Shown(client, second.get_absolute_url())
    assert [link.get("href") for link in shown.root.findall(".//a[@rel='prev']")] == [first.get_absolute_url()]
    assert [link.get("href") for link in shown.root.findall(".//a[@rel='next']")] == [third.get_absolute_url()]
    assert shown.all(".//section[@class='same-page']//li") == ["1甲篇", "2乙篇本文", "3丙篇"]


def test_it_keeps_the_hits_of_the_search_one_came_from(client):
    article = make_article(headline="水库通水", sections=[("", ["水库满了。", "去看水库。"])])
    page = Shown(client, article.get_absolute_url() + "?q=水库")
    assert page.all(".//mark") == ["水库"] * 3
    assert "检索“水库”，本文 2 处" in page.main
    assert page.root.find(".//p[@id='hit']") is not None


@pytest.mark.parametrize("q", ["", "(", "\x00", "“", "记者:", "a" * 500, "🀄"])
def test_it_reads_whatever_query_it_is_given(client, q):
    assert client.get(make_article().get_absolute_url(), {"q": q}).status_code == 200


def test_it_redirects_from_former_keys(client):
    make_article(key="new")
    KeyChange.objects.create(old="older", new="old")
    KeyChange.objects.create(old="old", new="new")
    for address in ("/articles/older/", "/articles/older.txt"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == address.replace("older", "new")


def test_it_knows_no_other_keys(client):
    KeyChange.objects.create(old="round", new="about")
    KeyChange.objects.create(old="about", new="round")
    for key in ("nothing", "round"):
        assert client.get(f"/articles/{key}/").status_code == 404


def test_it_gives_plain_text_in_the_characters_of_the_source(client):
    article = make_article(
        kicker="引题",
        headline="主题,在此",
        column="江声",
        sections=[("", ["甲,乙。"]), ("小标题", ["丙(丁)"])],
        bylines=[("程野", "记者", "本报")],
        figures=[("图说,", [("何若谷", "", "", "摄")])],
    )
    response = client.get(f"/articles/{article.key}.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.split("\n\n") == [
        "（江声）", "引题\n主题,在此", "本报记者 程野", "甲,乙。", "小标题", "丙(丁)", "［图］图说,\n何若谷 摄",
        "——江州日报 2024年3月7日 第1版\n",
    ]  # fmt: skip
