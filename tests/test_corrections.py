"""The journal: appended to, withdrawn from, applied only where it finds what it was written to replace."""

import pytest

from articles import corrections, loader
from articles.corrections import targets
from articles.corrections.printed import Refused
from articles.models import Article, Byline, Correction, Load, Page, Person
from articles.search.numbering import day_of
from tests.loading import found, load, load_article
from tests.marked import article, page, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("marked")]
MISREAD, MISPRINT = Correction.Kind.MISREAD, Correction.Kind.MISPRINT


def correct(target, field, new, kind=MISREAD, old=None):
    seen = corrections.current_values(target)[field] if old is None else old
    (entry,) = loader.correct(target, {field: (seen, new)}, kind, "据次日更正栏", "王编")
    target.refresh_from_db()
    return entry


@pytest.mark.parametrize(
    ("field", "new", "column"),
    [
        ("headline", "江州大桥今日通车", "headline"),
        ("kicker", "历时三年", "kicker"),
        ("subtitle", "——两岸居民走上桥面", "subtitle"),
        ("column", "江州观察", "column"),
    ],
)
def test_it_corrects_titles(seeds, field, new, column):
    target = load_article(seeds)
    correct(target, field, new)
    assert getattr(target, column) == new
    assert target.corrected == [field]
    assert target.printed[field] == ("江州大桥昨日通车" if field == "headline" else "")


def test_it_corrects_a_dateline(seeds):
    target = load_article(seeds)
    correct(target, "dateline", "本报江州3月4日电")
    assert (target.agency, target.place, target.dateline_date) == ("本报", "江州", "3月4日")
    correct(target, "dateline", "")
    assert (target.agency, target.place, target.dateline_date) == ("", "", "")


def test_it_corrects_bylines_as_printed_text(seeds):
    target = load_article(seeds)
    correct(target, "bylines", "本报记者 徐访 通讯员 仇小方")
    rows = Byline.objects.filter(article=target).values_list("name", "role", "affiliation")
    assert list(rows) == [("徐访", "记者", "本报"), ("仇小方", "通讯员", "")]
    assert set(Person.objects.values_list("key", flat=True)) == {"徐访", "仇小方"}


def test_it_corrects_a_picture(seeds):
    target = load_article(seeds, article(extra="图 桥面。\n摄 拍友 吴小宇 摄\n图 桥墩。"))
    correct(target, "figure.2.caption", "桥塔。")
    correct(target, "figure.1.credits", "拍友 吴小雨 摄")
    assert list(target.figures.values_list("caption", flat=True)) == ["桥面。", "桥塔。"]
    assert target.figures.get(position=1).credit == "拍友 吴小宇 摄"
    assert Byline.objects.get(figure__position=1).name == "吴小雨"


def test_it_corrects_a_page(seeds):
    load_article(seeds)
    target = Page.objects.get()
    correct(target, "date", "2024年3月6日")
    correct(target, "number", "12")
    target.refresh_from_db()
    assert (str(target.date), target.number) == ("2024-03-06", "12")
    assert target.bases["date"] == Page.Basis.CORRECTED
    assert target.printed["date"] == "2024-03-05"
    assert day_of(target.articles.get().number) == target.date


def test_it_confirms_what_was_inferred(seeds):
    write(seeds, "p1", page(article()), 'name = "要闻"\ninferred = ["name"]')
    load(seeds)
    target = Page.objects.get()
    assert target.is_inferred("name")
    correct(target, "name", "要闻")
    assert target.bases["name"] == Page.Basis.CORRECTED


def test_it_survives_a_reload_and_a_new_reading(seeds):
    target = load_article(seeds)
    correct(target, "headline", "江州大桥今日通车")
    assert not load(seeds).changed
    load(seeds, again=True)
    target.refresh_from_db()
    assert target.headline == "江州大桥今日通车"


def test_it_brings_the_print_back_when_withdrawn(seeds):
    target = load_article(seeds)
    entry = correct(target, "headline", "江州大桥今日通车")
    loader.withdraw(entry, "李编")
    target.refresh_from_db()
    assert (target.headline, target.corrected) == ("江州大桥昨日通车", [])
    entry.refresh_from_db()
    assert (entry.state, entry.withdrawn_by) == ("withdrawn", "李编")
    assert entry.withdrawn is not None


def test_it_withdraws_once(seeds):
    entry = correct(load_article(seeds), "headline", "江州大桥今日通车")
    loader.withdraw(entry, "李编")
    loader.withdraw(entry, "王编")
    entry.refresh_from_db()
    assert entry.withdrawn_by == "李编"


def test_it_keeps_a_misprint_as_printed_and_finds_both(seeds):
    target = load_article(seeds)
    correct(target, "headline", "江州大桥今日竣工", kind=MISPRINT)
    assert (target.headline, target.corrected) == ("江州大桥昨日通车", [])
    assert found("今日竣工") == found("昨日通车") == ["江州大桥昨日通车"]


def test_it_finds_the_printed_and_the_corrected_reading(seeds):
    target = load_article(seeds)
    correct(target, "headline", "渡口新桥")
    correct(target, "bylines", "记者 仇小方")
    assert found("渡口新桥") == found("昨日通车") == found("徐坊") == found("仇小方") == ["渡口新桥"]


def test_it_no_longer_finds_what_was_withdrawn(seeds):
    entry = correct(load_article(seeds), "headline", "渡口新桥")
    loader.withdraw(entry, "王编")
    assert found("渡口新桥") == []
    assert found("昨日通车") == ["江州大桥昨日通车"]


def test_it_stacks_corrections_of_one_field(seeds):
    target = load_article(seeds)
    first = correct(target, "headline", "一")
    second = correct(target, "headline", "二")
    assert (second.old, target.headline) == ("一", "二")
    loader.withdraw(first, "王编")
    target.refresh_from_db()
    second.refresh_from_db()
    assert (target.headline, second.state) == ("江州大桥昨日通车", "conflict")


def test_it_tells_an_editor_that_another_was_quicker(seeds):
    target = load_article(seeds)
    correct(target, "headline", "一")
    with pytest.raises(corrections.Stale, match="一.*二"):
        correct(target, "headline", "二", old="江州大桥昨日通车")
    assert Correction.objects.count() == 1


def test_it_takes_all_changes_or_none(seeds):
    target = load_article(seeds)
    changes = {"headline": ("江州大桥昨日通车", "一"), "bylines": ("记者 徐坊", "，。！")}
    with pytest.raises(Refused):
        loader.correct(target, changes, MISREAD, "理由", "王编")
    target.refresh_from_db()
    assert target.headline == "江州大桥昨日通车"
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("field", "reason"), [("headline", " "), ("figure.1.caption", "理由"), ("text", "理由")])
def test_it_refuses_an_entry_without_reason_or_field(seeds, field, reason):
    target = load_article(seeds)
    with pytest.raises(Refused):
        loader.correct(target, {field: ("", "新")}, MISREAD, reason, "王编")


def test_it_keeps_a_correction_whose_precondition_fails(seeds):
    target = load_article(seeds)
    entry = correct(target, "bylines", "记者 徐访")
    write(seeds, "p1", page(article(byline="记者 许坊")))
    report = load(seeds)
    entry.refresh_from_db()
    target.refresh_from_db()
    assert (entry.state, report.conflicts) == ("conflict", [entry])
    assert target.bylines.get().name == "许坊"
    assert any("未能套用" in line for line in report.lines())


def test_it_applies_again_when_the_precondition_holds_again(seeds):
    target = load_article(seeds)
    entry = correct(target, "bylines", "记者 徐访")
    write(seeds, "p1", page(article(byline="记者 许坊")))
    load(seeds)
    write(seeds, "p1", page(article()))
    load(seeds)
    entry.refresh_from_db()
    assert entry.state == "applied"
    assert target.bylines.get().name == "徐访"


def test_it_takes_a_correction_for_fulfilled_when_the_reading_says_the_same(seeds):
    entry = correct(load_article(seeds), "headline", "渡口新桥")
    write(seeds, "p1", page(article(headline="渡口新桥")))
    report = load(seeds)
    entry.refresh_from_db()
    assert (entry.state, report.conflicts) == ("applied", [])
    assert Article.objects.get().corrected == []


def test_it_takes_no_misprint_for_fulfilled(seeds):
    entry = correct(load_article(seeds), "headline", "渡口新桥", kind=MISPRINT)
    write(seeds, "p1", page(article(headline="渡口新桥")))
    load(seeds)
    entry.refresh_from_db()
    assert entry.state == "conflict"


def test_it_keeps_a_correction_whose_article_is_gone(seeds):
    entry = correct(load_article(seeds), "headline", "一")
    write(seeds, "p1", page(article(headline="别的事", text="全然不同的一段文字。")))
    load(seeds)
    entry.refresh_from_db()
    assert entry.state == "conflict"
    assert Correction.objects.count() == 1


def test_it_follows_an_article_to_its_new_key(seeds):
    text = article(extra="文 通车仪式上,数百名居民走上桥面。")
    target = load_article(seeds, text)
    entry = correct(target, "column", "江州观察")
    write(seeds, "p1", page(text.replace("昨日", "今日")))
    load(seeds)
    entry.refresh_from_db()
    moved = Page.objects.get().articles.get()
    assert moved.key != target.key
    assert (moved.column, entry.state) == ("江州观察", "applied")
    assert targets.corrections_of(moved) == [entry]


def test_it_never_slides_onto_a_reprint(seeds):
    write(seeds, "p1", page(article()))
    write(seeds, "p2", page(article(), head="临溪日报 2024-03-06 第1版"))
    load(seeds)
    first, second = (Page.objects.get(key=key).articles.get() for key in ("p1", "p2"))
    correct(second, "headline", "重印")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.headline, second.headline) == ("江州大桥昨日通车", "重印")
    assert targets.corrections_of(first) == []


def test_it_records_a_load_for_each_correction(seeds):
    target = load_article(seeds)
    before = Load.objects.count()
    correct(target, "headline", "一")
    assert Load.objects.count() == before + 1


def test_it_forgets_a_person_whom_nobody_names(seeds):
    target = load_article(seeds)
    correct(target, "bylines", "")
    assert not Person.objects.exists()
