"""Many pages corrected at once: what is filled in, each page with its own entries, all or none."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.corrections import current_values, values_of_pages
from articles.models import Article, Correction, Page
from tests.admin.desk import messages, save
from tests.loading import found, load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_page_changelist")


@pytest.fixture
def pages(tmp_path) -> list[Page]:
    for number, name in enumerate(("桥通了", "路通了", "水通了"), 1):
        write(tmp_path / "seeds", f"p{number}", page(article(name), head=f"江洲日报 2024-03-05 第{number}版 要闻"))
    load(tmp_path / "seeds")
    return list(Page.objects.order_by("key"))


def choose(client, pages, **more):
    data = {"action": "correct_pages", "_selected_action": [page.pk for page in pages]}
    return client.post(LIST, data | more, follow=True)


def send(client, pages, seen=None, **fields):
    """Chooses the pages, fills the form in as it is shown (or was: seen), and sends it."""
    seen = seen or choose(client, pages).context["form"]["seen"].value()
    data = {"_store": "1", "seen": seen, "kind": "misread", "reason": "据报头"}
    return choose(client, pages, **data | fields)


def test_it_shows_what_the_pages_say_and_asks(editor, pages):
    content = choose(editor, pages[:2]).content.decode()
    assert content.count("江洲日报") >= 2 and "更正这 2 版" in content
    assert not Correction.objects.exists()


def test_it_changes_only_what_is_filled_in(editor, pages):
    answer = send(editor, pages[:2], publication="江州日报", date="2024年3月6日")
    assert "已更正 2 版" in messages(answer)
    said = Page.objects.order_by("key").values_list("publication", "date", "number", "name")
    assert [(paper, str(day), number, name) for paper, day, number, name in said] == [
        ("江州日报", "2024-03-06", "1", "要闻"),
        ("江州日报", "2024-03-06", "2", "要闻"),
        ("江洲日报", "2024-03-05", "3", "要闻"),
    ]
    assert sorted(Correction.objects.values_list("page", "field")) == [
        ("p1", "date"),
        ("p1", "publication"),
        ("p2", "date"),
        ("p2", "publication"),
    ]


def test_it_keeps_the_index_in_step(editor, pages):
    send(editor, pages[:2], publication="江州日报")
    assert sorted(found("报纸:江州日报")) == ["桥通了", "路通了"]
    assert found("报纸:江洲日报") == ["水通了"]
    assert Article.objects.count() == 3


def test_it_writes_no_entry_for_what_is_so_already(editor, pages):
    save(editor, pages[0], publication="江州日报")
    send(editor, pages[:2], publication="江州日报")
    assert Correction.objects.filter(page="p1").count() == 1
    assert "没有改动" in messages(send(editor, pages[:2], publication="江州日报"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"date": "三月"}, "日期请写作"),
        ({"number": "1" * 21}, "太长"),
        ({"publication": "江州日报", "reason": " "}, "这个字段是必填项"),
        ({}, "没有填写要更正的项"),
        ({"publication": "江州日报", "seen": "[]"}, "重新选"),
        ({"publication": "江州日报", "seen": '{"p1": {}}'}, "重新选"),
    ],
)
def test_it_refuses_all_of_what_it_cannot_take(editor, pages, fields, words):
    answer = send(editor, pages, **fields)
    assert words in answer.content.decode()
    assert not Correction.objects.exists()


def test_it_tells_the_later_editor_both_values_and_keeps_what_was_typed(editor, pages):
    seen = choose(editor, pages).context["form"]["seen"].value()
    save(editor, pages[1], name="经济")
    answer = send(editor, pages, seen, name="综合")
    content = answer.content.decode()
    assert "p2：" in content and "经济" in content and "综合" in content
    assert Correction.objects.count() == 1
    form = answer.context["form"]
    assert form["name"].value() == "综合"
    send(editor, pages, form["seen"].value(), name="综合")
    assert set(Page.objects.values_list("name", flat=True)) == {"综合"}


def test_it_takes_no_more_than_can_be_written_at_once(editor, pages, monkeypatch):
    monkeypatch.setattr("articles.admin.pages.MOST", 2)
    assert "一次最多" in messages(choose(editor, pages))


def test_it_asks_no_more_of_many_pages_than_of_one(editor, pages):
    choose(editor, pages)  # what the process keeps of models is asked once
    asked = []
    for chosen in (pages[:1], pages):
        with CaptureQueriesContext(connection) as queries:
            choose(editor, chosen)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_it_says_of_many_pages_what_each_says(editor, pages):
    send(editor, pages, publication="江州日报")
    send(editor, pages[1:], name="综合")
    save(editor, Article.objects.get(page=pages[2]), place="临溪")
    Correction.objects.filter(page=pages[1].key, field="publication").update(withdrawn=timezone.now())
    told = values_of_pages(pages)
    assert told == {page.key: current_values(page) for page in pages}
    assert [told[page.key]["publication"] for page in pages] == ["江州日报", "江洲日报", "江州日报"]


def test_it_needs_the_right_to_correct(editor, pages):
    group = Group.objects.get(name="编辑")
    group.permissions.remove(group.permissions.get(codename="correct"))
    assert "correct_pages" not in editor.get(LIST).content.decode()
    choose(editor, pages, _store="1", publication="江州日报", kind="misread", reason="据报头", seen="{}")
    assert not Correction.objects.exists()
