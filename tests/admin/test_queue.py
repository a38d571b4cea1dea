"""The review queue: the worst first, narrowed, each doubt at its place; what is right leaves it."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import Article, Correction, Page, Review
from tests.admin.desk import address, filled, messages
from tests.doubtful import doubting
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_review_changelist")


@pytest.fixture(autouse=True)
def unsure(marked, reads):
    reads(doubting)


@pytest.fixture
def archive(tmp_path) -> None:
    """Three articles on two pages of two papers."""
    second = article("沙渚湖泵站投运", extra="栏 江州观察")
    write(tmp_path / "seeds", "p1", page(article(), second))
    write(tmp_path / "seeds", "p2", page(article("渡口改建完工"), head="渡口晚报 2024-04-01 第1版"))
    load(tmp_path / "seeds")


def listed(client, query: str = "") -> list[str]:
    return [str(row) for row in client.get(LIST + query).context["cl"].result_list]


def press(client, target, button: str, value: str = "1", queue: str | None = None, **changes):
    """What the browser sends when one of the buttons of the form is pressed."""
    place = address(target) if queue is None else f"{address(target)}?queue={queue}"
    data = filled(client, target, **{"reason": ""} | changes)
    return client.post(place, data | {button: value})


class TestList:
    def test_it_lists_the_worst_first(self, editor, archive):
        assert listed(editor) == [
            "江州大桥昨日通车",
            "沙渚湖泵站投运",
            "渡口改建完工",
            "江州日报 2024-03-05 第2版",
            "渡口晚报 2024-04-01 第1版",
        ]

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ("?code=furniture", ["江州日报 2024-03-05 第2版", "渡口晚报 2024-04-01 第1版"]),
            ("?code=text&paper=渡口晚报", ["渡口改建完工"]),
            ("?column=江州 观察", ["沙渚湖泵站投运"]),
            ("?of=page&since=2024-04-01", ["渡口晚报 2024-04-01 第1版"]),
            ("?of=page&until=2024-03-31", ["江州日报 2024-03-05 第2版"]),
            ("?code=byline", []),
            ("?paper=-", []),
        ],
    )
    def test_it_is_narrowed(self, editor, archive, query, titles):
        assert listed(editor, query) == titles

    @pytest.mark.parametrize("query", ["?since=gestern", "?code=';--", "?of=x"])
    def test_it_is_not_narrowed_by_what_it_does_not_know(self, editor, archive, query):
        assert len(listed(editor, query)) == 5

    def test_it_keeps_the_other_filters_when_one_is_typed(self, editor, archive):
        content = editor.get(f"{LIST}?code=text&column=江州观察").content.decode()
        assert '<input type="hidden" name="code" value="text">' in content
        assert 'id="filter-column" name="column" value="江州观察"' in content

    def test_it_leads_from_each_doubt_to_its_place(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        start = target.doubts[0]["start"]
        link = f'href="{address(target)}?queue=code%3Dtext#doubt-{start}"'
        assert link in editor.get(f"{LIST}?code=text").content.decode()
        assert f'id="doubt-{start}"' in editor.get(address(target)).content.decode()

    def test_it_asks_few_questions_however_long_it_is(self, editor, archive, django_assert_max_num_queries):
        with django_assert_max_num_queries(10):
            editor.get(LIST)

    def test_it_is_for_those_who_may_correct(self, editor, archive):
        group = Group.objects.get(name="编辑")
        group.permissions.remove(group.permissions.get(codename="correct"))
        assert editor.get(LIST).status_code == 403
        assert "复核" not in editor.get(reverse("admin:index")).content.decode()

    def test_it_tells_on_the_front_page_what_waits(self, editor, archive):
        content = editor.get(reverse("admin:index")).content.decode()
        assert "文章 3 篇" in content and "版面 2 版" in content
        Review.objects.all().delete()
        assert "没有待核的" in editor.get(reverse("admin:index")).content.decode()

    def test_it_counts_no_further_than_it_is_walked_through(self, editor, archive, monkeypatch):
        monkeypatch.setattr(Review, "MOST", 3)
        assert editor.get(LIST).context["cl"].result_count == 4


class TestChecking:
    def test_it_checks_the_selected_at_once(self, editor, archive):
        rows = Review.objects.about().values_list("pk", flat=True)
        answer = editor.post(LIST, {"action": "looks_right", "_selected_action": list(rows)}, follow=True)
        assert "核对无误 5 条" in messages(answer)
        assert not Review.objects.exists()
        assert set(Article.objects.values_list("doubtful", flat=True)) == {0}
        assert Correction.objects.checks().count() == 8

    def test_it_closes_one_doubt_and_stays(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        key = f"text-{target.doubts[1]['start']}"
        answer = press(editor, target, "_right", key)
        assert answer.url == address(target)
        target.refresh_from_db()
        assert [doubt["code"] for doubt in target.doubts] == ["headline"]
        assert "核对过的存疑" in editor.get(address(target)).content.decode()

    def test_it_keeps_what_was_typed(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_right", f"text-{target.doubts[1]['start']}", subtitle="昨日通航")
        assert answer.context["adminform"].form["subtitle"].value() == "昨日通航"
        assert [entry.kind for entry in Correction.objects.all()] == ["checked"]

    def test_it_tells_who_comes_too_late(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        key = f"text-{target.doubts[1]['start']}"
        press(editor, target, "_right", key)
        press(editor, target, "_right", key)
        assert Correction.objects.count() == 1
        assert "已有人处理" in messages(editor.get(address(target)))

    def test_it_takes_the_second_guess(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        key = f"headline-{target.doubts[0]['start']}"
        assert "改作引题" in editor.get(address(target)).content.decode()
        press(editor, target, "_take", key)
        target.refresh_from_db()
        assert (target.kicker, target.headline) == ("渡口改建完工", "")
        assert [doubt["code"] for doubt in target.doubts] == ["text"]
        assert set(Correction.objects.values_list("field", "reason")) == {
            ("kicker", "采用读法的备选"),
            ("headline", "采用读法的备选"),
        }

    def test_it_takes_no_text_for_a_value(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        press(editor, target, "_take", f"text-{target.doubts[1]['start']}")
        assert not Correction.objects.exists()

    def test_it_needs_the_right_to_correct(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        data = filled(editor, target) | {"_right": f"text-{target.doubts[1]['start']}"}
        group = Group.objects.get(name="编辑")
        group.permissions.remove(group.permissions.get(codename="correct"))
        assert editor.post(address(target), data).status_code == 403
        assert not Correction.objects.exists()


class TestMovingOn:
    def test_it_goes_to_the_next_of_the_same_filter(self, editor, archive):
        first, second = (Article.objects.get(headline=name) for name in ("江州大桥昨日通车", "渡口改建完工"))
        answer = press(editor, first, "_next", queue="since=2024-01-01", headline="渡口新桥", reason="误认")
        assert address(Article.objects.get(headline="沙渚湖泵站投运")) in answer.url
        answer = press(editor, first, "_next", queue="paper=渡口晚报")
        assert answer.url.startswith(address(second))
        assert editor.get(answer.url).context["queue"].filters == urlencode({"paper": "渡口晚报"})

    def test_it_confirms_the_rest_and_goes_on_until_nothing_waits(self, editor, archive):
        place, seen = f"{address(Article.objects.get(headline='江州大桥昨日通车'))}?queue=", []
        while "/review/" not in place:
            form = editor.get(place).context["adminform"].form
            data = {"kind": "misread", "reason": ""} | {name: form[name].value() for name in form.values}
            data |= {form.add_initial_prefix(name): form[name].value() for name in form.values}
            seen.append(place)
            place = editor.post(place, data | {"_all_right": "1"}).url
        assert len(seen) == 5
        assert not Review.objects.exists()
        assert "没有别的了" in messages(editor.get(place))

    def test_it_stores_what_was_typed_and_confirms_the_rest(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        press(editor, target, "_all_right", headline="渡口改建竣工", reason="误认")
        target.refresh_from_db()
        assert (target.headline, target.doubts) == ("渡口改建竣工", [])
        assert set(Correction.objects.values_list("kind", flat=True)) == {"misread", "checked"}

    def test_it_confirms_nothing_when_what_was_typed_cannot_be(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_all_right", headline="渡口改建竣工", reason="")
        assert answer.context["adminform"].form.errors["reason"]
        assert not Correction.objects.exists()

    def test_it_goes_on_where_nothing_was_changed(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        assert press(editor, target, "_next").url != address(target)
        assert not Correction.objects.exists()

    def test_it_returns_to_the_queue_it_came_from(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_save", queue="code%3Dtext", headline="渡口改建竣工", reason="误认")
        assert answer.url == f"{LIST}?code=text"

    def test_it_confirms_what_is_inferred_of_a_page(self, editor, archive, tmp_path):
        write(tmp_path / "seeds", "p2", page(article("渡口改建完工")), 'date = 2024-04-01\ninferred = ["date"]\n')
        load(tmp_path / "seeds")
        target = Page.objects.get(key="p2")
        assert "待确认" in editor.get(LIST).content.decode()
        press(editor, target, "_all_right")
        target.refresh_from_db()
        assert (target.bases["date"], target.doubts) == ("corrected", [])
        assert not Review.objects.filter(page=target, position=0).exists()


class TestPreview:
    def test_it_shows_how_signatures_are_read_and_stores_nothing(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_preview", bylines="本报记者 徐访 通讯员 仇小方", dateline="本报湖州1月8日电")
        content = answer.content.decode()
        assert answer.status_code == 200
        assert "记者 徐访（本报）" in content and "通讯员 仇小方" in content
        assert "机构 本报" in content and "地点 湖州" in content
        assert answer.context["adminform"].form["bylines"].value() == "本报记者 徐访 通讯员 仇小方"
        assert not answer.context["adminform"].form.errors
        assert not Correction.objects.exists()

    def test_it_shows_what_cannot_be_read(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_preview", bylines="，。！", reason="误认")
        assert "读不出署名" in answer.content.decode()

    def test_it_tells_a_misprint_as_it_will_be_told(self, editor, archive):
        target = Article.objects.get(headline="渡口改建完工")
        answer = press(editor, target, "_preview", headline="渡口改建竣工", reason="误认", kind="misprint")
        assert "照录“渡口改建完工”，加注应作“<ins>渡口改建竣工</ins>”" in answer.content.decode()

    def test_it_has_a_legend_of_what_the_source_wears(self, editor, archive):
        content = editor.get(address(Article.objects.get(headline="沙渚湖泵站投运"))).content.decode()
        legend = content.partition('class="desk-legend"')[2].partition("</ul>")[0]
        assert '<span class="f-column">栏目</span>' in legend and '<span class="f-headline">主题</span>' in legend
        assert "图说" not in legend
