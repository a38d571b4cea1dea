"""Sets: papers and columns, their names in ASCII, and what is in them."""

import pytest

from articles.oai.sets import Set, parse
from tests.factories import make_page
from tests.oai.asking import ask, changed_article, gone_article, records


@pytest.mark.parametrize("name", ["", "江州日报", "A:B/C", "社评", "𠮷", "=CMD()", "a" * 80])
@pytest.mark.parametrize("kind", ["paper", "column"])
def test_it_reads_back_every_set_it_writes(kind, name):
    assert parse(Set(kind, name).spec) == Set(kind, name)


@pytest.mark.parametrize(
    "spec", ["", "place:eA", "paper:", "paper:e", "paper:eB", "paper:_w", "paper:AA", "paper:eA:eA"]
)
def test_it_takes_no_other_writing_for_a_set(spec):
    assert parse(spec) is None


@pytest.fixture
def two_papers(db):
    jiang, hu = make_page(publication="江州日报"), make_page(publication="湖州晚报", number="2")
    changed_article(1, jiang, key="a", column="社　评")
    changed_article(2, hu, key="b", column="社评")
    changed_article(3, hu, key="c")
    changed_article(4, make_page(publication="", number="3"), key="d")
    gone_article("e", 5, publication="江州日报", column_key="社评")
    gone_article("f", 6)


def test_it_lists_papers_and_columns_under_their_kinds(two_papers):
    told = ask("ListSets")
    assert told.texts("o:setName") == ["报纸", "江州日报", "湖州晚报", "栏目", "社评"]
    specs = told.texts("o:setSpec")
    assert specs[0] == "paper"
    assert all(spec.startswith("paper:") for spec in specs[1:3])
    assert told.texts("o:resumptionToken") == []


@pytest.mark.parametrize(
    "chosen, expected",
    [
        (Set("paper", "江州日报"), ["a", "e"]),
        (Set("paper", "湖州晚报"), ["b", "c"]),
        (Set("paper"), ["a", "b", "c", "e"]),
        (Set("column", "社评"), ["a", "b", "e"]),
        (Set("column"), ["a", "b", "e"]),
    ],
)
def test_it_harvests_one_set(two_papers, chosen, expected):
    assert records(set=chosen.spec).keys == expected


def test_it_has_no_records_of_a_paper_that_it_lacks(two_papers):
    assert records(set=Set("paper", "别处日报").spec).errors == ["noRecordsMatch"]


def test_it_lists_many_sets_in_parts(db, monkeypatch):
    monkeypatch.setattr("articles.oai.answers.SETS_A_PART", 4)
    page = make_page()
    for number in range(7):
        changed_article(number, page, column=f"栏目{number}", position=number)
    told, specs = ask("ListSets"), []
    while True:
        specs += told.texts("o:setSpec")
        assert told.text("o:resumptionToken/@completeListSize") == "10"
        if not told.token:
            break
        told = ask("ListSets", resumptionToken=told.token)
    assert len(specs) == len(set(specs)) == 10
