"""The article page."""

import datetime

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
    assert "检索“水库”，本文 3 处" in page.main
    assert page.all(".//*[@id='hit']") == ["水库"] and page.all(".//p/mark[@id='hit']")


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


def test_it_says_once_that_the_text_breaks_off(client):
    source = "泵站启动\n"
    doubts = [{"code": "truncated", "start": 0, "end": 4, "score": 0.5, "runner_up": None}]
    page = make_page(text=source, spans=[[0, 4, "paragraph", 0]])
    article = make_article(page, sections=[("", ["泵站启动"])], doubts=doubts, truncated=True)
    shown = Shown(client, article.get_absolute_url())
    assert [note[0] for note in shown.all(".//p[@class='note']")] == ["缺"]


def test_it_leads_from_a_note_back_to_its_place(client):
    doubts = [{"code": "text", "start": 0, "end": 4, "score": 0.5, "runner_up": None}]
    page = make_page(text="泵站启动\n", spans=[[0, 4, "paragraph", 0]])
    shown = Shown(client, make_article(page, sections=[("", ["泵站启动"])], doubts=doubts).get_absolute_url())
    (seal,) = shown.root.findall(".//a[@class='seal']")
    assert shown.root.find(f".//*[@id='{seal.get('href')[1:]}']").get("href") == "#n1"


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


def test_it_sets_rows_of_figures_as_a_table(client):
    article = make_article(sections=[("", ["单位:枚", "代表团 金 银", "石埠 31 27", "青岭 26 30"])])
    shown = Shown(client, article.get_absolute_url() + "?q=青岭")
    assert shown.all(".//thead//th[@scope='col']") == ["代表团", "金", "银"]
    assert shown.all(".//tbody//th[@scope='row']") == ["石埠", "青岭"]
    assert shown.all(".//td[@class='num']") == ["31", "27", "26", "30"]
    assert "单位：枚" in shown.main and shown.all(".//tbody//mark[@id='hit']") == ["青岭"]


def test_it_says_where_a_picture_has_no_caption(client):
    shown = Shown(client, make_article(figures=[("", [("茹梦", "", "", "攝")])]).get_absolute_url())
    assert shown.all(".//figure//p") == ["图说未印"]


def test_it_sets_several_pictures_side_by_side(client):
    one, two = (make_article(figures=[("桥。", [])] * count) for count in (1, 2))
    many = ".//div[@class='plates plates-many']"
    assert not Shown(client, one.get_absolute_url()).all(many)
    assert len(Shown(client, two.get_absolute_url()).all(f"{many}/figure")) == 2


def test_it_tells_what_editors_have_changed_and_when(client):
    article = make_article(headline="泵站投运", kicker="汛前", printed={"headline": "水站投运", "kicker": "汛后"})
    fields = {"target": f"article:{article.key}", "page": article.page.key, "reason": "据原文。", "editor": "甲"}
    when = datetime.datetime(2025, 3, 1, 4, tzinfo=datetime.UTC)
    Correction.objects.create(field="headline", old="水站投运", new="泵站投运", created=when, **fields)
    Correction.objects.create(
        field="kicker", old="汛后", new="汛前", created=when + datetime.timedelta(hours=1), **fields
    )
    later = when + datetime.timedelta(days=1)
    misprint = {"field": "subtitle", "new": "副题", "kind": "misprint"}
    Correction.objects.create(created=later, **misprint, **fields)
    shown = Shown(client, article.get_absolute_url())
    assert "本文元数据于2025年3月1日更正主题、引题；2025年3月2日加注副题，见附注。" in shown.main
    assert shown.root.find(".//*[@id='notes']") is not None
    assert "/errata/" in shown.links
    assert "本文元数据" not in Shown(client, make_article().get_absolute_url()).main


def test_it_tells_what_editors_changed_and_confirmed_of_its_page(client):
    page = make_page(number="3", date=datetime.date(2024, 1, 9), printed={"date": "2024-01-08", "number": "3"})
    article = make_article(page)
    fields = {"target": f"page:{page.key}", "page": page.key, "reason": "据馆藏。", "editor": "甲"}
    fields["created"] = datetime.datetime(2025, 3, 1, 4, tzinfo=datetime.UTC)
    Correction.objects.create(field="date", old="2024-01-08", new="2024-01-09", **fields)
    Correction.objects.create(field="number", old="3", new="3", **fields)
    shown = Shown(client, article.get_absolute_url())
    assert "本文元数据于2025年3月1日更正出版日期，确认版次，见附注。" in shown.main
    assert shown.all(".//del") == ["2024年1月8日"] and shown.all(".//ins") == ["2024年1月9日"]


def test_it_says_where_a_fact_was_only_confirmed(client):
    page = make_page(printed={"date": "2024-03-07"})
    entry = {"field": "date", "old": "2024-03-07", "new": "2024-03-07", "reason": "据馆藏。", "editor": "甲"}
    Correction.objects.create(target=f"page:{page.key}", page=page.key, **entry)
    main = Shown(client, make_article(page).get_absolute_url()).main
    assert "确认出版日期。" in main and "见附注" not in main


def test_it_counts_minutes_only_where_there_is_something_to_read(client):
    assert "199 字 " in Shown(client, make_article(length=199).get_absolute_url()).main + " "
    assert "约读" not in Shown(client, make_article(length=199).get_absolute_url()).main


def test_it_opens_the_citation_by_its_link(client):
    shown = Shown(client, make_article().get_absolute_url())
    assert "#cite" in shown.links and shown.root.find(".//details//*[@id='cite']") is not None


def test_it_takes_nothing_that_was_printed_for_markup(client):
    bad = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 }}&lt;b&gt;"
    article = make_article(
        column=bad[:60],
        kicker=bad,
        headline=bad,
        subtitle=bad,
        deck=[bad],
        sections=[(bad, [bad, f"1 {bad}"])],
        bylines=[(bad[:50], "记者")],
        figures=[(bad, [])],
        continued_to=bad[:30],
    )
    for query in ("", "?q=alert", "?q=<script>", "?q=%22%27"):
        shown = Shown(client, article.get_absolute_url() + query)
        main = shown.root.find(".//main")
        assert not list(main.iter("script")) and not list(main.iter("img"))
        assert not [name for element in main.iter() for name in element.attrib if name.startswith("on")]
        assert shown.main.count("<script>alert（1）") + shown.main.count("<script>alert(1)") >= 5


def test_it_marks_titles_of_the_page_as_traditional(client):
    page = make_page()
    article = make_article(page, headline="水管老過樓", opening="水管老過樓，街坊說話。")
    make_article(page, headline="水管通了", opening="水管通了。")
    listed = Shown(client, article.get_absolute_url()).root.findall(".//section[@class='same-page']//li")
    assert [one[1].get("lang") for one in listed] == ["zh-Hant", None]


def test_it_sets_apart_who_speaks(client):
    article = make_article(sections=[("", ["问:何时?", "答:年底。", "问:水价?", "答:不变。"])])
    assert Shown(client, article.get_absolute_url()).all(".//p/b[@class='speaker']") == ["问：", "答："] * 2
