"""The chief editor's people: lists of who may be one or two, and pages that merge, split and rename with a reason."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import loader
from articles.models import Article, Byline, Correction, Person
from tests.admin.desk import messages
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db
REASON = {"reason": "据来信"}


@pytest.fixture(autouse=True)
def archive(tmp_path):
    seeds = tmp_path / "seeds"
    first = [
        article("桥", "记者 徐坊 通讯员 吴昊", "桥通了。"),
        article("船", "记者 徐小坊 通讯员 吴昊", "船来了。"),
        article("灯", "记者 张伟", "灯亮了。"),
        article("路", "记者 张伟", "路通了。"),
    ]
    second = [article("茶", "新华社记者 张伟", "茶香了。"), article("稻", "新华社记者 张伟", "稻熟了。")]
    write(seeds, "p1", page(*first))
    write(seeds, "p2", page(*second, head="金华日报 1995-05-06 第4版"))
    load(seeds)


def at(name: str, key: str = "", **query: str) -> str:
    args = [Person.objects.get(key=key).pk] if key else []
    return reverse(f"admin:articles_person_{name}", args=args, query=query or None)


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


class TestMerging:
    def test_it_proposes_shows_and_merges(self, chief):
        content = shown(chief, at("variants", letter="X"))
        assert "差一字" in content and "吴昊" in content
        link = at("merge", "徐小坊") + "?with=%E5%BE%90%E5%9D%8A"
        assert link in content
        content = shown(chief, link)
        assert "共 2 篇" in content and "桥" in content and "船" in content
        response = chief.post(link, REASON, follow=True)
        assert "已并入" in messages(response)
        assert Person.objects.get(key="徐坊").articles == 2
        entry = Correction.objects.get()
        assert (entry.target, entry.new, entry.reason, entry.editor) == ("person:徐小坊", "徐坊", "据来信", "李编")
        assert "合并" in response.content.decode() and "徐小坊" in response.content.decode()

    @pytest.mark.parametrize("typed", ["徐", "徐坊", "xufang", "xu f"])
    def test_it_finds_whom_to_merge_with_by_name_and_sound(self, chief, typed):
        content = shown(chief, at("merge", "徐小坊", q=typed))
        assert 'name="with" value="徐坊"' in content

    def test_it_takes_no_merging_without_a_reason(self, chief):
        response = chief.post(at("merge", "徐小坊", **{"with": "徐坊"}), {"reason": " "})
        assert "errorlist" in response.content.decode()
        assert not Correction.objects.exists()

    @pytest.mark.parametrize("other", ["徐小坊", "无此人", ""])
    def test_it_asks_again_for_whom_it_does_not_know(self, chief, other):
        assert "并入谁名下" in shown(chief, at("merge", "徐小坊", **{"with": other}))

    def test_it_remembers_who_is_not_one(self, chief):
        chief.post(at("distinct", "徐小坊"), {"other": "徐坊", "letter": "X", **REASON})
        assert "已记下" in shown(chief, at("variants", letter="X"))
        assert "徐小坊" not in shown(chief, at("variants", letter="X"))
        entry = Correction.objects.get()
        loader.withdraw(entry, "李编")
        assert "徐小坊" in shown(chief, at("variants", letter="X"))

    def test_it_says_that_a_reason_lacks(self, chief):
        response = chief.post(at("distinct", "徐小坊"), {"other": "徐坊", "letter": "X"})
        assert "errorlist" in response.content.decode()
        assert not Correction.objects.exists()


class TestSplitting:
    def test_it_proposes_shows_and_splits(self, chief):
        content = shown(chief, at("namesakes", letter="Z"))
        assert "隔 29 年" in content and "没有共同的合作者" in content
        link = at("split", "张伟") + "?papers=%E9%87%91%E5%8D%8E%E6%97%A5%E6%8A%A5"
        content = shown(chief, link)
        assert content.count("checked") == 1
        chosen = {"note": "金华", "papers": ["金华日报"], **REASON}
        content = chief.post(link, chosen | {"_preview": ""}).content.decode()
        assert "2 篇归“张伟（金华）”，2 篇仍归“张伟”" in content
        assert not Correction.objects.exists()
        response = chief.post(link, chosen | {"_confirm": ""}, follow=True)
        assert "已从" in messages(response)
        assert Person.objects.get(key="张伟（金华）").articles == 2

    def test_it_splits_by_unit_year_ticks_and_addresses(self, chief):
        keys = {one.headline: one.key for one in Article.objects.all()}
        for chosen, headlines in (
            ({"units": ["新华社"]}, ["稻", "茶"]),
            ({"until": "1995"}, ["稻", "茶"]),
            ({"articles": [keys["灯"]]}, ["灯"]),
            ({"addresses": f"http://localhost/articles/{keys['路']}/\n{keys['灯']}"}, ["灯", "路"]),
        ):
            chief.post(at("split", "张伟"), {"note": "甲", "_confirm": "", **chosen, **REASON})
            signed = Byline.objects.filter(person__note="甲").values_list("article__headline", flat=True)
            assert sorted(signed) == headlines
            loader.withdraw(Correction.objects.get(withdrawn=None), "李编")

    @pytest.mark.parametrize(
        "chosen",
        [
            {},
            {"note": ""},
            {"note": "甲（乙）"},
            {"papers": ["别的报"]},
            {"papers": ["金华日报", "江州日报"]},
            {"addresses": "不是地址"},
            {"addresses": "zzzzzzzzzz"},
            {"until": "1800"},
            {"papers": ["金华日报"], "reason": ""},
        ],
    )
    def test_it_splits_nothing_that_makes_no_sense(self, chief, chosen):
        response = chief.post(at("split", "张伟"), {"note": "甲", "_confirm": "", **REASON, **chosen})
        assert "errorlist" in response.content.decode()
        assert not Correction.objects.exists()

    def test_it_remembers_who_is_one(self, chief):
        chief.post(at("single", "张伟"), {"letter": "Z", **REASON})
        assert "分开…" not in shown(chief, at("namesakes", letter="Z"))


class TestRenaming:
    def test_it_renames_and_tells_what_was_decided(self, chief):
        response = chief.post(at("rename", "吴昊"), {"name": "吴昊", "note": "通讯员", **REASON}, follow=True)
        assert "改作“吴昊（通讯员）”" in messages(response)
        content = response.content.decode()
        assert "改名" in content and "据来信" in content and "撤回" in content

    @pytest.mark.parametrize("name, note", [("徐坊", ""), ("吴昊", ""), ("", "甲"), ("吴（", ""), ("吴昊", "甲）乙")])
    def test_it_refuses_what_cannot_be_a_name(self, chief, name, note):
        response = chief.post(at("rename", "吴昊"), {"name": name, "note": note, **REASON})
        assert response.status_code == 200 and "errorlist" in response.content.decode()
        assert not Correction.objects.exists()


def test_it_withdraws_from_the_journal(chief):
    chief.post(at("merge", "徐小坊", **{"with": "徐坊"}), REASON)
    entry = Correction.objects.get()
    journal = shown(chief, reverse("admin:articles_correction_changelist"))
    assert "人物 徐小坊" in journal and "名称规范（人物、栏目）" in journal
    response = chief.post(reverse("admin:articles_correction_withdraw", args=[entry.pk]), follow=True)
    assert "已撤回对合并的更正" in messages(response)
    assert Person.objects.get(key="徐小坊").articles == 1
    assert "已撤回" in shown(chief, at("change", "徐小坊"))


PAGES = ["merge", "split", "rename", "distinct", "single"]


@pytest.mark.parametrize("name", PAGES)
def test_it_lets_only_the_chief_decide(editor, name):
    chosen = {"with": "徐小坊", "name": "甲", "note": "甲", "_confirm": "", **REASON}
    assert editor.get(at(name, "徐坊")).status_code == 403
    assert editor.post(at(name, "徐坊"), chosen).status_code == 403
    assert not Correction.objects.exists()


def test_it_shows_editors_people_but_no_decisions(editor):
    content = shown(editor, at("changelist")) + shown(editor, at("change", "徐坊"))
    assert "合并…" not in content and "variants" not in content
    assert editor.get(at("variants")).status_code == editor.get(at("namesakes")).status_code == 403


def test_it_opens_with_the_first_letter_that_has_some(chief):
    assert '<b aria-current="true">X</b>' in shown(chief, at("variants"))
    assert '<b aria-current="true">Z</b>' in shown(chief, at("namesakes"))
    assert "W 下没有" in shown(chief, at("variants", letter="W")) and "吴昊" not in shown(chief, at("namesakes"))
    assert '<b aria-current="true">X</b>' in shown(chief, at("variants", after="W"))
    assert "Z 以后没有了" in shown(chief, at("variants", after="Z"))


@pytest.mark.parametrize("letter", ["", "Q", "XX", "<script>"])
def test_it_shows_the_first_letter_for_one_it_does_not_have(chief, letter):
    for name in ("variants", "namesakes"):
        assert "<script>" not in shown(chief, at(name, after=letter))
        assert "<script>" not in shown(chief, at(name, letter=letter))


def test_it_finds_people_by_sound_in_the_list(chief):
    assert "徐小坊" in shown(chief, at("changelist", q="xu xiao"))
