"""`verify`: a sound archive is told as sound, a damaged one with its remedy."""

import pytest

from articles import holdings, loader, search
from articles.models import Article, Byline, Correction, KeyChange, Load, Page, Person, Quantity, Tie
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(seeds):
    write(seeds, "p1", page(article(extra="图 桥面。\n摄 拍友 吴小宇 摄"), article(headline="甲", text="甲文一段。")))
    numbers = article(headline="乙", text="乙文投资24亿元。", byline="记者 徐坊 通讯员 吴小宇")
    write(seeds, "p2", page(numbers, head="临溪日报 2024-03-06 第1版"))
    load(seeds)
    target = Article.objects.get(headline="甲")
    loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
    return seeds


def test_it_says_that_all_is_well(run, archive):
    ended = run("verify")
    assert (ended.code, ended.err) == (0, "")
    assert "完好" in ended.out


@pytest.fixture
def stories(seeds):
    """A story whose parts are linked, one whose other page is not there, one that nothing on its page fits."""
    linked, loose = article("水渠通水", extra="下 第三版"), article("春耕", text="肥。", extra="下 第四版")
    write(seeds, "a1", page(linked, loose, head="江州日报 2024-03-05 第1版"))
    rest = article("水渠通水", byline="", text="后来。", extra="上 第一版")
    other = article("人大", text="会。", extra="上 第一版")
    write(seeds, "a3", page(rest, other, head="江州日报 2024-03-05 第3版"))
    load(seeds)
    return seeds


def test_it_lists_loose_ends_when_asked(run, stories):
    ended = run("verify", "--links")
    assert ended.code == 0
    assert "“春耕”下转第四版，那一版未入藏" in ended.out
    assert "“人大”上接第一版，那一版已入藏，没有相合的一篇" in ended.out
    assert "水渠" not in ended.out
    assert "春耕" not in run("verify").out


def test_it_finds_a_lost_link(run, stories):
    Article.objects.update(continues=None)
    ended = run("verify")
    assert ended.code == 1
    assert "接转" in ended.err
    run("load_seeds", stories, "--again")
    assert run("verify").code == 0


def lose_text():
    stored = Page.objects.get(key="p1")
    Page.objects.filter(key="p1").update(spans=stored.spans[1:])


def double_text():
    stored = Page.objects.get(key="p1")
    Page.objects.filter(key="p1").update(spans=[stored.spans[0], *stored.spans])


def forget_a_correction():
    Article.objects.update(corrected=[])


def mislabel_a_correction():
    Correction.objects.update(state="conflict")


def slip_in_a_correction():
    entry = Correction.objects.get()
    Correction.objects.create(
        target=entry.target, page=entry.page, field="kicker", old="", new="某", reason="理由", editor="无"
    )


def slip_in_a_note():
    """It changes no value and, when the holdings are counted anew, no number: only the page's digest tells."""
    entry = Correction.objects.get()
    place = {"target": entry.target, "page": entry.page, "field": "kicker", "old": "", "new": "某"}
    Correction.objects.create(kind="misprint", reason="理由", editor="无", **place)
    Load.objects.update(holdings=holdings.count(holdings.gather()))


def leave_a_person():
    Person.objects.create(key="无名", name="无名", pinyin="wu ming")


def miscount_a_person():
    person = Person(key="程野", name="程野", pinyin="cheng ye", sorting="cheng!程 ye!野", articles=9)
    person.save()
    Byline.objects.create(article=Article.objects.first(), person=person, position=9, name="程野")


def _quote() -> Quantity:
    return Quantity.objects.get(printed="24亿元")


def misquote():
    Quantity.objects.filter(pk=_quote().pk).update(value=24)


def lose_a_number():
    _quote().delete()


def double_a_number():
    one = _quote()
    one.pk, one.position = None, one.position + 1
    one.save()


def list_a_number_elsewhere():
    Quantity.objects.update(column_key="别处")


def miscount_a_tie():
    Tie.objects.update(articles=9)


def lose_a_tie():
    Tie.objects.filter(year=0).delete()


def double_a_tie():
    tie = Tie.objects.first()
    tie.pk = None
    tie.save()


def turn_a_tie_round():
    tie = Tie.objects.first()
    Tie.objects.filter(pk=tie.pk).update(first=tie.second, second=tie.first)


def lead_astray():
    KeyChange.objects.create(old=Article.objects.first().key, new=Article.objects.last().key)


REREAD = (
    lose_text,
    double_text,
    forget_a_correction,
    mislabel_a_correction,
    slip_in_a_correction,
    slip_in_a_note,
    leave_a_person,
    miscount_a_person,
    misquote,
    lose_a_number,
    double_a_number,
    list_a_number_elsewhere,
    miscount_a_tie,
    lose_a_tie,
    double_a_tie,
    turn_a_tie_round,
)


@pytest.mark.parametrize("damage", [*REREAD, lead_astray])
def test_it_finds_damage_and_its_remedy_repairs_it(run, archive, damage):
    damage()
    ended = run("verify")
    assert ended.code == 1
    assert "load_seeds --again" in ended.err
    run("load_seeds", archive, "--again")
    assert run("verify").code == 0


def test_it_finds_an_index_out_of_step(run, archive):
    search.drop([Article.objects.first().number])
    ended = run("verify")
    assert ended.code == 1
    assert "rebuild_index" in ended.err
    run("rebuild_index")
    assert run("verify").code == 0


def miscount(newest: Load) -> None:
    newest.holdings["articles"] += 1


def misplace_a_month(newest: Load) -> None:
    newest.months[0][2] += 1


def lose_a_month(newest: Load) -> None:
    newest.months.pop()


def mislist_units(newest: Load) -> None:
    newest.gathered["units"] = []


COUNTS = {miscount: "馆藏数目", misplace_a_month: "逐月馆藏", lose_a_month: "逐月馆藏", mislist_units: "数字的单位"}


@pytest.mark.parametrize("damage", COUNTS)
def test_it_tells_counts_that_are_not_those_of_the_archive(run, archive, damage):
    newest = Load.objects.first()
    damage(newest)
    newest.save()
    ended = run("verify")
    assert ended.code == 1 and COUNTS[damage] in ended.err + ended.out
    run("load_seeds", archive, "--again")
    assert run("verify").code == 0


def test_it_asks_no_counts_of_a_load_that_told_none(run, archive):
    Load.objects.update(holdings={}, gathered={}, months=None)
    assert run("verify").code == 0
