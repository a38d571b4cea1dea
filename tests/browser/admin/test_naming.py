"""People and columns at the desk in a browser: merged, split, undone; by keyboard, without scripts, clean under axe."""

import pytest
from django.urls import reverse

from articles.models import Person
from tests.browser.admin.desk import assert_clean, sign_in
from tests.loading import load
from tests.marked import article, page, write

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def archive(marked, account, seeds):
    bridge = article("桥", "记者 徐坊 通讯员 吴昊", "桥通了。", "栏 浙报观察")
    ship = article("船", "记者 徐小坊 通讯员 吴昊", "船来了。", "栏 浙报·观察")
    write(seeds, "p1", page(bridge, ship, article("灯", "记者 张伟", "灯亮了。")))
    tea = article("茶", "新华社记者 张伟", "茶香了。")
    write(seeds, "p2", page(tea, head="金华日报 1995-05-06 第4版"))
    load(seeds)


def of(name: str, key: str, **query: str) -> str:
    return reverse(f"admin:articles_person_{name}", args=[Person.objects.get(key=key).pk], query=query or None)


def test_it_merges_and_undoes_without_scripts(browser, live_server):
    path = reverse("admin:articles_person_variants")
    desk, _ = sign_in(browser, live_server, path, java_script_enabled=False)
    desk.get_by_role("row", name="徐小坊").get_by_role("link", name="合并…").click()
    desk.get_by_label("理由：").fill("据来信")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".messagelist .success")
    assert Person.objects.get(key="徐坊").articles == 2
    desk.goto(f"{live_server.url}/people/徐小坊/")
    assert "又署 徐小坊" in desk.inner_text("main")
    desk.goto(live_server.url + of("change", "徐坊"))
    desk.get_by_role("link", name="撤回", exact=True).click()
    desk.get_by_role("button", name="撤回").click()
    desk.wait_for_selector(".messagelist .success")
    assert Person.objects.get(key="徐小坊").articles == 1


def test_it_splits_after_showing_what_goes(browser, live_server):
    path = of("split", "张伟")
    desk, complaints = sign_in(browser, live_server, path)
    desk.get_by_label("分出的人的区别：").fill("新华社")
    desk.get_by_label("新华社（1 篇）").check()
    desk.get_by_label("理由：").fill("核对原件")
    desk.keyboard.press("Enter")
    assert "1 篇归“张伟（新华社）”" in desk.inner_text(".desk-preview")
    desk.get_by_role("button", name="分出这 1 篇").click()
    desk.wait_for_selector(".messagelist .success")
    assert Person.objects.get(key="张伟（新华社）").articles == 1
    assert complaints == []


@pytest.mark.shown
def test_it_is_clean_under_axe_and_policy(browser, live_server):
    desk, complaints = sign_in(browser, live_server, reverse("admin:index"))
    columns = {"column": "浙报·观察"}
    paths = [
        *(reverse(f"admin:articles_person_{name}") for name in ("changelist", "variants", "namesakes")),
        *(of(name, "张伟") for name in ("change", "merge", "split", "rename", "distinct", "single")),
        *(of("merge", "徐小坊", **query) for query in ({"with": "徐坊"}, {"q": "xu"})),
        reverse("admin:articles_column_changelist"),
        *(reverse(f"admin:articles_column_{name}", query=columns) for name in ("of", "merge", "rename", "distinct")),
        reverse("admin:articles_column_merge", query=columns | {"with": "浙报观察"}),
    ]
    for path in paths:
        desk.goto(live_server.url + path)
        assert_clean(desk, complaints)
