"""The review queue in a browser: from doubt to doubt as an editor goes, with scripts and without, by keyboard too."""

import re

import pytest
from django.urls import reverse

from articles import loader
from articles.models import Article, Correction, Review
from tests.browser.admin.desk import assert_clean, desk, sign_in
from tests.doubtful import doubting
from tests.loading import load
from tests.marked import article, page, write

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
INDEX = reverse("admin:index")
LIST = reverse("admin:articles_review_changelist")


@pytest.fixture
def archive(reads, account, seeds) -> None:
    reads(doubting)
    second = article("沙渚湖泵站投运", extra="栏 江州观察")
    write(seeds, "p1", page(article(extra="图 桥面。\n摄 拍友 吴小宇 摄"), second))
    load(seeds)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_it_leads_through_the_queue_until_it_is_empty(browser, live_server, archive, scripts):
    page, complaints = sign_in(browser, live_server, INDEX, java_script_enabled=scripts)
    page.get_by_role("link", name="文章 2 篇").click()
    page.get_by_role("link", name="题目主次", exact=True).click()
    page.get_by_role("link", name="“江州大桥昨日通车”").click()
    assert page.locator("tr:has(:target) .text").inner_text() == "题 江州大桥昨日通车"

    page.get_by_label("署名：", exact=True).fill("本报记者 徐访\n通讯员 仇小方")
    page.get_by_role("button", name="预览").first.click()
    preview = page.locator(".desk-preview").inner_text()
    assert "记者 徐访（本报）" in preview and "通讯员 仇小方" in preview
    assert not Correction.objects.exists()
    page.get_by_label("理由：").fill("据次日更正栏")
    page.get_by_role("button", name="保存并处理下一条").first.click()

    page.wait_for_selector(".messagelist .success")
    assert page.get_by_label("主题：").input_value() == "沙渚湖泵站投运"
    assert list(Correction.objects.values_list("field", "kind")) == [("bylines", "misread")]
    page.get_by_role("button", name=re.compile("核对无误.*题目各行的主次")).click()
    page.wait_for_selector(".messagelist .success")
    assert page.locator(".desk-doubts li").count() == 1
    page.get_by_role("button", name="其余都对，下一条").first.click()
    page.wait_for_selector("text=更正文章")
    assert page.get_by_label("主题：").input_value() == "江州大桥昨日通车"
    page.get_by_role("button", name=re.compile("改作引题")).click()
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get(kicker="江州大桥昨日通车").headline == ""

    page.goto(live_server.url + LIST)
    page.locator(".action-select").nth(0).check()
    page.locator(".action-select").nth(1).check()
    page.get_by_label("动作").select_option(label="所选的核对无误")
    page.get_by_role("button", name="执行").click()
    page.wait_for_selector(".messagelist .success")
    assert not Review.objects.exists()
    page.goto(live_server.url + INDEX)
    assert "没有待核的" in page.locator(".desk-waiting").inner_text()
    assert complaints == []


def test_it_is_walked_by_keyboard(browser, live_server, archive):
    page, _ = sign_in(browser, live_server, desk(Article.objects.get(headline="沙渚湖泵站投运")))
    page.get_by_label("副题：").fill("昨日启动")
    page.get_by_label("理由：").fill("据原件")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get(subtitle="昨日启动")
    page.get_by_role("button", name=re.compile("核对无误.*版头")).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=这处不再存疑")
    assert Correction.objects.checks().count() == 1


def test_it_tells_the_later_of_two_editors_and_loses_nothing(browser, live_server, archive):
    target = Article.objects.get(headline="沙渚湖泵站投运")
    page, _ = sign_in(browser, live_server, desk(target))
    page.get_by_label("主题：").fill("沙渚湖泵站昨日投运")
    page.get_by_label("副题：").fill("历时三年")
    page.get_by_label("理由：").fill("据原件")
    loader.correct(target, {"headline": (target.headline, "沙渚湖新泵站投运")}, "misread", "漏字", "李编")
    page.get_by_role("button", name="保存", exact=True).first.click()
    told = page.locator(".desk-errors").inner_text()
    assert "沙渚湖新泵站投运" in told and "沙渚湖泵站昨日投运" in told
    assert page.get_by_label("副题：").input_value() == "历时三年"
    page.get_by_role("button", name="保存", exact=True).first.click()
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get(pk=target.pk).headline == "沙渚湖泵站昨日投运"


def test_it_corrects_many_pages_at_once(browser, live_server, archive):
    page, complaints = sign_in(browser, live_server, reverse("admin:articles_page_changelist"))
    page.locator(".action-select").first.check()
    page.get_by_label("动作").select_option(label="更正所选版面的报名、日期、版次、版名")
    page.get_by_role("button", name="执行").click()
    page.get_by_label("版名：").fill("经济")
    page.get_by_label("理由：").fill("据报头")
    page.get_by_role("button", name="更正这 1 版").click()
    page.wait_for_selector(".messagelist .success")
    assert Correction.objects.get().new == "经济"
    assert complaints == []


@pytest.mark.shown
def test_it_is_clean_under_axe_and_policy(browser, live_server, archive):
    target = Article.objects.get(headline="沙渚湖泵站投运")
    loader.check(target, target.doubts[:1], "", "李编")
    page, complaints = sign_in(browser, live_server, LIST)

    for path in (INDEX, f"{LIST}?code=text&column=江州观察&since=2024-01-01", desk(target)):
        page.goto(live_server.url + path)
        assert_clean(page, complaints)
    page.get_by_label("署名：", exact=True).fill("本报记者 徐访")
    page.get_by_label("栏目：").fill("长" * 101)
    page.get_by_role("button", name="预览").first.click()
    page.wait_for_selector(".desk-preview")
    assert_clean(page, complaints)
    page.goto(live_server.url + reverse("admin:articles_page_changelist"))
    page.locator(".action-select").first.check()
    page.get_by_label("动作").select_option(value="correct_pages")
    page.get_by_role("button", name="执行").click()
    page.wait_for_selector(".desk-pages")
    assert_clean(page, complaints)
