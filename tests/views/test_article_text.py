"""The article page: the text as it is set, with its subheads, tables, pictures and speakers."""

import pytest

from tests.factories import make_article, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_shows_the_text_in_full_width_under_its_subheads(client):
    article = make_article(sections=[("", ["开头,一段。"]), ("其一", ["甲(乙)。"]), ("其二", ["丙"]), ("其三", ["丁"])])
    page = Shown(client, article.get_absolute_url())
    assert "开头，一段。" in page.main and "甲（乙）。" in page.main
    assert page.all(".//nav[@class='rail']//li") == ["其一", "其二", "其三"]


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


def test_it_tells_where_the_text_breaks_off(client):
    assert "□□□ 原文到此中断" in Shown(client, make_article(truncated=True).get_absolute_url()).main
    assert "原文到此中断" not in Shown(client, make_article().get_absolute_url()).main


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


def test_it_sets_apart_who_speaks(client):
    article = make_article(sections=[("", ["问:何时?", "答:年底。", "问:水价?", "答:不变。"])])
    assert Shown(client, article.get_absolute_url()).all(".//p/b[@class='speaker']") == ["问：", "答："] * 2
