"""The article page: what the archive notes of doubts and corrections."""

import datetime

import pytest

from articles.models import Correction
from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_marks_what_is_inferred(client):
    page = make_page(bases={"publication": "inferred", "date": "inferred"}, number="")
    shown = Shown(client, make_article(page, dateline_date="3月6日").get_absolute_url())
    assert "〔江州日报〕" in shown.main and "〔2024年3月7日〕" in shown.main
    assert "版次未印" in shown.main
    assert "据3月6日电头，次日出版" in shown.main


def test_it_marks_nothing_as_inferred_that_is_printed(client):
    assert "〔" not in Shown(client, make_article().get_absolute_url()).main


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
