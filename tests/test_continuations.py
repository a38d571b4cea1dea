"""Links between the parts of a story: what the pages of its issue say now, however they came and went."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import loader, search
from articles.loader import continuations
from articles.models import Article, Page, Person
from tests.loading import load
from tests.marked import article, page, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("marked")]


def head(number: str, paper: str = "江州日报", day: str = "2024-03-05") -> str:
    return f"{paper} {day} 第{number}版"


def first(headline: str = "山乡水渠今日全线通水", to: str = "第三版", text: str = "水渠通水了,") -> str:
    return article(f"{headline}\n引 历时三年", text=text, extra=f"下 {to}")


def second(headline: str = "山乡水渠今日全线通水", from_: str = "第一版", text: str = "村民喝上清泉。") -> str:
    return article(headline, byline="", text=text, extra=f"上 {from_}")


def stored() -> set[tuple[str, str]]:
    """The links as (page of the first part, page of the part that goes on)."""
    linked = Article.objects.filter(continues__isnull=False)
    return set(linked.values_list("continues__page__key", "page__key"))


def story(seeds, **pages: str) -> None:
    texts = {"p1": page(first(), head=head("1")), "p3": page(second(), head=head("3"))} | pages
    for key, text in texts.items():
        write(seeds, key, text)
    load(seeds)


def test_it_links_the_parts_of_a_story(seeds):
    story(seeds)
    assert stored() == {("p1", "p3")}
    assert Article.objects.get(page__key="p1").continuation == Article.objects.get(page__key="p3")


@pytest.mark.parametrize(
    "other",
    [head("3", day="2024-03-06"), head("3", paper="临溪日报"), head("4"), "江州日报"],
    ids=["another day", "another paper", "another page", "no day"],
)
def test_it_links_only_within_an_issue(seeds, other):
    story(seeds, p3=page(second(), head=other))
    assert stored() == set()


def test_it_knows_pages_by_their_codes(seeds):
    story(seeds, p1=page(first(to="A3版"), head=head("A01")), p3=page(second(from_="A1版"), head=head("A03")))
    assert stored() == {("p1", "p3")}


def test_it_links_a_page_whose_number_is_unknown_by_its_headline(seeds):
    write(seeds, "p1", page(first(), head="卷首"), 'publication = "江州日报"\ndate = 2024-03-05')
    write(seeds, "p3", page(second(), head=head("3")))
    load(seeds)
    assert stored() == {("p1", "p3")}


def test_it_links_nothing_where_the_day_is_unknown(seeds):
    for key, text in {"p1": first(), "p3": second()}.items():
        write(seeds, key, page(text, head="卷首"), 'publication = "江州日报"')
    load(seeds)
    assert stored() == set()


class TestChanges:
    def test_it_links_when_the_other_page_arrives(self, seeds):
        write(seeds, "p3", page(second(), head=head("3")))
        load(seeds)
        assert stored() == set()
        write(seeds, "p1", page(first(), head=head("1")))
        load(seeds)
        assert stored() == {("p1", "p3")}

    @pytest.mark.parametrize("gone", ["p1", "p3"])
    def test_it_unlinks_when_a_page_is_taken_out(self, seeds, gone):
        story(seeds)
        (seeds / f"{gone}.txt").unlink()
        load(seeds, prune=True)
        assert stored() == set()

    def test_it_links_again_what_a_page_left_open(self, seeds):
        story(seeds, p2=page(second(text="又一份。"), head=head("3")))
        assert stored() == set()
        (seeds / "p2.txt").unlink()
        load(seeds, prune=True)
        assert stored() == {("p1", "p3")}

    @pytest.mark.parametrize("key", ["p1", "p3"])
    def test_it_keeps_the_link_when_a_page_is_written_again(self, seeds, key):
        story(seeds)
        loader.reload_page(key)
        assert stored() == {("p1", "p3")}
        load(seeds, again=True)
        assert stored() == {("p1", "p3")}

    @pytest.mark.parametrize("key", ["p1", "p3"])
    def test_it_follows_a_changed_text(self, seeds, key):
        story(seeds)
        write(seeds, key, page(article(), head=head(key[1])))
        load(seeds)
        assert stored() == set()

    @pytest.mark.parametrize(
        ("field", "old", "new"),
        [("number", "3", "5"), ("date", "2024-03-05", "2024-03-06"), ("publication", "江州日报", "临溪日报")],
    )
    def test_it_follows_corrections_of_the_page_and_their_withdrawal(self, seeds, field, old, new):
        story(seeds)
        target = Page.objects.get(key="p3")
        (entry,) = loader.correct(target, {field: (old, new)}, "misread", "核对原件", "王编")
        assert stored() == set()
        loader.withdraw(entry, "王编")
        assert stored() == {("p1", "p3")}

    def test_it_links_what_a_correction_brings_together(self, seeds):
        story(seeds, p3=page(second(), head=head("3", day="2024-03-06")), p9=page(first(), head=head("1", "临溪日报")))
        target = Page.objects.get(key="p3")
        loader.correct(target, {"date": ("2024-03-06", "2024-03-05")}, "misread", "核对原件", "王编")
        assert stored() == {("p1", "p3")}

    def test_it_follows_a_corrected_headline(self, seeds):
        story(seeds, p3=page(second("渡口新桥合龙"), head=head("3")))
        assert stored() == set()
        target = Article.objects.get(page__key="p3")
        changes = {"headline": ("渡口新桥合龙", "山乡水渠今日全线通水")}
        loader.correct(target, changes, "misread", "核对原件", "王编")
        assert stored() == {("p1", "p3")}

    def test_it_moves_the_link_to_a_better_part(self, seeds):
        story(seeds, p3=page(second("山乡水渠通水"), head=head("3")))
        assert stored() == {("p1", "p3")}
        write(seeds, "p4", page(second(), head=head("3")))
        load(seeds)
        assert stored() == {("p1", "p4")}


PAGES = {
    "p1": page(first(), first("渡口新桥下月合龙", to="4版"), first("全市春耕物资充足"), head=head("1")),
    "p3": page(second(text="先。"), article("另一件事", text="别的。"), head=head("3")),
    "p4": page(second("渡口新桥合龙", text="桥。"), second("秋收", "第二版", "粮。"), head=head("4")),
    "p5": page(second("全市春耕物资充足", text="肥。"), head="江州日报 2024-03-05 第五版"),
    "q1": page(first(text="另一家的水渠。"), head=head("1", paper="临溪日报")),
}


def test_it_gives_the_same_links_in_any_order_of_loading(seeds):
    for key, text in PAGES.items():
        write(seeds, key, text)
    load(seeds)
    whole = stored()
    assert whole == {("p1", "p3"), ("p1", "p4")}
    for order in list(permutations(PAGES))[::13]:
        Page.objects.all().delete()
        Person.objects.all().delete()
        search.rebuild([])
        for key in order:
            loader.load([seeds / f"{key}.txt"])
        assert stored() == whole, order
        assert list(continuations.out_of_step()) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(list(PAGES)), st.booleans()), max_size=8))
def test_it_links_what_is_there_whatever_came_and_went(tmp_path, steps):
    """Pages written and taken out in any order leave the links that a fresh load of what remains gives."""
    seeds = tmp_path / "seeds"
    for key in PAGES:
        (seeds / f"{key}.txt").unlink(missing_ok=True)
    for key, there in steps:
        if there:
            write(seeds, key, PAGES[key])
        else:
            (seeds / f"{key}.txt").unlink(missing_ok=True)
        seeds.mkdir(exist_ok=True)
        load(seeds, prune=True)
        left = stored()
        load(seeds, prune=True, again=True)
        assert stored() == left
        assert list(continuations.out_of_step()) == []


def test_it_counts_what_is_linked_and_what_is_not(seeds):
    for key, text in PAGES.items():
        write(seeds, key, text)
    report = load(seeds)
    assert report.turns == (2, 2, 2)
    assert [line for line in report.lines() if "接" in line] == ["转版：已接 2 处，上接未接 2 处，下转未接 2 处。"]
    assert load(seeds, check=True).turns == (2, 2, 2)


def test_it_says_nothing_of_turns_where_there_are_none(seeds):
    write(seeds, "p1", page(article()))
    assert not any("转版" in line for line in load(seeds).lines())


def test_it_finds_links_that_are_not_what_the_pages_say(seeds):
    story(seeds)
    part = Article.objects.get(page__key="p3")
    Article.objects.update(continues=None)
    assert list(continuations.out_of_step()) == [part.key]
    load(seeds, again=True)
    assert list(continuations.out_of_step()) == []
