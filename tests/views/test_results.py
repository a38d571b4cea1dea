"""Results of a search as they are shown."""

import pytest

from articles.models import Article
from articles.search.query import parse
from articles.templatetags.press import byline, photo_credit
from articles.templatetags.results import passages, result
from articles.views.results import results
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


def test_they_stand_in_the_order_asked_for_without_those_that_are_gone():
    one, two = make_article(headline="甲"), make_article(headline="乙")
    assert [shown.title for shown in results([two.number, 7, one.number])] == ["乙", "甲"]
    assert results([]) == []


def test_they_hold_the_text_in_its_order():
    article = make_article(
        deck=["提要"],
        sections=[("", ["一", "二"]), ("小标题", ["三"])],
        figures=[("图说", ["柳知和"])],
        bylines=[("阮文", "记者", "本报")],
    )
    (shown,) = results([article.number])
    assert shown.body == ["提要", "一", "二", "小标题", "三", "图说"]
    assert shown.photo is None


@pytest.mark.parametrize("sections", [(), (("", ["泵站启动。"]),)])
def test_they_are_signed_as_the_article_is(sections):
    article = make_article(
        sections=sections,
        bylines=[("阮文", "记者", "本报"), "程野"],
        figures=[("图说", [("柳知和", "通讯员", "", "摄")])],
    )
    (shown,) = results([article.number])
    html, whole = result(shown, parse("阮文"), "relevance", 1), Article.objects.for_lists().get()
    assert byline(whole, True, parse("阮文")) in html and "<mark>阮文</mark>" in html
    assert (photo_credit(whole.figures.all()[0], whole) in html) is not bool(sections)


def test_they_tell_a_printed_credit_of_nobody():
    article = make_article(sections=(), figures=[("图说", [])])
    article.figures.update(credit="资料<图片>")
    assert "资料&lt;图片&gt;" in result(results([article.number])[0], parse("图说"), "relevance", 1)


def test_they_lead_to_the_article_with_its_place():
    article = make_article(column="要闻", kicker="", headline="泵站<投运>", page=make_page(bases={"date": "inferred"}))
    html = result(results([article.number])[0], parse("泵站"), "newest", 21)
    assert f'href="{article.get_absolute_url()}?q=%E6%B3%B5%E7%AB%99&amp;order=newest&amp;n=21"' in html
    assert '<span class="inferred">〔' in html and "<mark>泵站</mark>" in html and "<投运>" not in html
    assert 'class="kicker"' not in html


def test_they_show_the_opening_where_the_text_holds_nothing_of_it():
    article = make_article(headline="泵站投运", sections=[("", ["早上八点，闸门升起。"])])
    assert passages(results([article.number])[0], parse("泵站")) == "早上八点，闸门升起。"
