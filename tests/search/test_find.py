"""Finding: everything that stands in an article finds it, and the best stands first."""

import datetime
import random
import re

import pytest
from django.db import connection
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.search import Document, parse
from articles.search import ranking as rank
from articles.search import results as finding
from articles.search.conditions import Condition
from articles.search.numbering import DAY_SIZE

ALPHABET = [
    *"江州水库移民搬迁的了在今年度臺灣髮後１２３45 6７Ｆfgt㎡①é",
    *"，。！“”「」：:—-|·《》\n　😀👨‍👩‍👧㊣〇○𠮷ガ한",
]
PHRASES = [
    "水库",
    "水庫",
    "移民",
    "江州市",
    "GDP",
    "ＧＤＰ",
    "3.5%",
    "1月8日",
    "记者：",
    "题名:",
    "日期：2024",
    " -",
    '"',
]
FUZZ = [*PHRASES, "AND", "NOT ", "NEAR(", "^", "*", "(", "headline:", "{a b}:", "+", "\x00", "\ud800", "|", "'", "%s"]


def found(text: str, **options) -> list[int]:
    return find(text, **options).numbers


def find(text: str, **options):
    return finding.find(parse(text), using="default", **options)


def random_text(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(PHRASES) if chance.random() < 0.15 else chance.choice(ALPHABET) for _ in range(length))


def random_documents(count: int) -> list[Document]:
    chance = random.Random(5)
    return [
        Document(number, random_text(chance, 12), random_text(chance, chance.randint(1, 120)), random_text(chance, 5))
        for number in range(1, count + 1)
    ]


def test_it_finds_an_article_by_anything_that_stands_in_it(index):
    documents = random_documents(80)
    index.put(documents)

    @settings(max_examples=600, deadline=None)
    @given(st.sampled_from(documents), st.sampled_from(["headline", "body", "names"]), st.data())
    def check(document, field, data):
        text = getattr(document, field)
        start = data.draw(st.integers(0, len(text) - 1))
        query = parse(text[start : start + data.draw(st.integers(1, 12))])
        assume(query and not query.excluded)  # “甲 -乙” asks for articles without 乙, even where it stands just so
        result = finding.find(query, using="default", limit=100)
        assert document.number in result.numbers
        assert result.total == len(result.numbers)

    check()


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_it_answers_whatever_is_typed(index, order):
    index.put(random_documents(20))

    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(FUZZ) | st.text(max_size=5), max_size=12).map("".join))
    def check(text):
        query = parse(text)
        result = finding.find(query, using="default", order=order, facets=True)
        assert len(set(result.numbers)) == len(result.numbers) <= min(result.total, 20)

    check()


def test_it_wants_all_words(index):
    index.put([Document(1, "水库"), Document(2, "移民"), Document(3, "水库", "移民")])
    result = find("水库 移民")
    assert (result.numbers[0], result.literal) == (3, 1)


def test_it_takes_one_of_alternatives_and_none_excluded(index):
    index.put([Document(1, "水库"), Document(2, "移民"), Document(3, "脐橙", "水库"), Document(4, "江州市")])
    assert sorted(found("水库|移民")) == [1, 2, 3]
    assert found("水库 -脐橙") == [1]
    assert sorted(found("水库|移民|江州市长 -脐橙")) == [1, 2]
    assert found("江州 -江州市") == []
    assert found("江州 -江州市长") == [4]


def test_it_takes_quoted_text_literally(index):
    index.put([Document(1, "水库的移民"), Document(2, "水库，移民")])
    assert found("“水库移民”") == [2]


def test_it_finds_in_the_headline_alone_where_asked(index):
    index.put([Document(1, "水库移民"), Document(2, "移民", "水库移民"), Document(3, "脐橙", "水库移民")])
    assert found("题名:水库移民") == [1]
    assert found("题名:移民 水库移民") == [1, 2]


@pytest.mark.parametrize("typed", ["１月８日", "1月8日", "ｇｄｐ", "臺灣", "台湾", "水 库", "“两山”", "😀", "㎡"])
def test_it_finds_across_ways_of_writing(index, typed):
    index.put([Document(1, "", "1月８日，臺灣GDP水，庫“两山”理念😀五㎡"), Document(2, "无关")])
    assert found(typed) == [1]


def test_it_puts_the_headline_that_is_the_query_first_then_those_that_hold_it(index):
    fine = "天气晴好，" * 200
    index.put(
        [
            Document(1, "水库移民", fine),
            Document(2, f"江州水库移民搬迁{fine}", fine),
            Document(3, "江州新闻", "水库移民，" * 50),
            Document(4, "江州要闻", "水库移民，" + fine),
            Document(5, "江州天气", "移民，晴，水库，晴，" * 50),
        ]
    )
    assert found("水库移民") == [1, 2, 3, 4, 5]


def test_it_puts_a_line_of_the_stack_that_is_the_query_first(index, monkeypatch):
    stack = "天气晴好，" * 50 + "\n水库移民"
    index.put([Document(1, stack), Document(2, "水库移民水库移民"), Document(3, "水库移民记")])
    assert found("水库移民")[0] == 1
    monkeypatch.setattr(finding, "POOL", 2)
    assert found("水库移民")[0] == 1


def test_it_weighs_the_headline_more(index):
    index.put([Document(1, "搬迁", "水库边，水库上，水库下，移民"), Document(2, "水库", "移民搬到水库外住")])
    assert found("移民 水库")[0] == 2


@pytest.mark.parametrize("limit", [1, 2, 9])
def test_it_weighs_what_is_the_word_more_however_few_are_asked_for(index, limit):
    others = Document(3, "", "客商和服务员说，今天的天气一直很好，质量和服务")
    index.put([Document(1, "", "她穿和服，买和服"), Document(2, "", "她穿和服"), others])
    assert found("和服", limit=limit) == [1, 2, 3][:limit]


def test_it_puts_terms_side_by_side_before_terms_apart(index):
    index.put([Document(1, "", "水库移民" + "天气晴好，" * 200), Document(2, "", "移民，晴，水库，晴，" * 50)])
    assert found("水库 移民") == [1, 2]


@pytest.mark.parametrize("read", [60, 9])
def test_it_puts_what_was_copied_across_a_line_before_headlines_with_the_terms_apart(index, monkeypatch, read):
    monkeypatch.setattr(rank, "READ", read)
    titled = [Document(number, f"水库边的{number}户移民", "水库移民") for number in range(2, 40)]
    apart = [Document(one.number, one.headline, "天气") for one in titled]
    source = Document(1, "", "天气晴好，" * 200 + "水库\n移民")
    index.put([source, *apart])
    assert found("水库\n移民")[0] == 1
    index.put([source, *titled])  # so many hold it side by side that it was no copy
    assert found("水库\n移民")[0] != 1


def test_it_breaks_ties_by_date_and_sorts_by_it(index):
    index.put([Document(number, "", "水库") for number in (3, 1, 2)])
    assert found("水库") == found("水库", order="newest") == [3, 2, 1]
    assert found("水库", order="oldest") == [1, 2, 3]


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_it_pages_without_gap_or_repetition(index, order, monkeypatch):
    index.put([Document(number, "水库" if number % 5 == 0 else "", "水库天气") for number in range(1, 60)])
    everything = found("水库", order=order, limit=100)
    assert sorted(everything) == list(range(1, 60))
    for pool in (1000, 20):  # ranked as a whole, or too many for that
        monkeypatch.setattr(finding, "POOL", pool)
        monkeypatch.setattr(rank, "READ", 9)
        pages = [number for at in range(0, 60, 7) for number in found("水库", order=order, offset=at, limit=7)]
        assert sorted(pages) == list(range(1, 60))
    assert found("水库", offset=1000) == []
    assert found("水库", limit=0, offset=-3) == []


def test_it_counts_exactly_up_to_a_limit(index, monkeypatch):
    for module in (finding, rank):
        monkeypatch.setattr(module, "POOL", 30)
    index.put([Document(number, "", "江州水库天气") for number in range(1, 41)])
    index.put([Document(50, "水库"), Document(51, "江州水库一")])
    result = find("水库")
    assert (result.total, result.capped, result.numbers[:3]) == (30, True, [50, 51, 40])
    result = find("江州水库天", offset=35)
    assert (result.total, result.capped, result.numbers) == (30, True, [5, 4, 3, 2, 1])
    result = find("江州水库天", scope=[range(1, 31)])
    assert (result.total, result.capped) == (30, False)


def test_it_loosens_what_is_hardly_there_and_says_so(index):
    index.put([Document(1, "", "水库边的移民"), Document(2, "", "水库移民"), Document(3, "", "水库的鱼")])
    result = find("水库移民")
    assert (result.numbers, result.literal, result.relaxed) == ([2, 1], 1, "words")
    result = find("水库移民脐橙")
    assert (result.literal, result.relaxed) == (0, "any")
    assert (sorted(result.numbers[:2]), result.numbers[2:]) == ([1, 2], [3])
    assert find("“水库移民脐橙”").numbers == []


def test_it_loosens_to_what_holds_most_words_however_many_newer_ones_hold_one(index, monkeypatch):
    monkeypatch.setattr(finding, "POOL", 3)
    index.put([Document(1, "", "脐橙果农移民局"), Document(2, "", "移民局种脐橙")])
    index.put(Document(number, "", "移民局") for number in range(3, 14))
    assert found("脐橙果农移民局") == [1, 2]


def test_it_keeps_to_literal_hits_where_they_fill_a_page(index):
    index.put([*(Document(number, "", "水库移民") for number in range(1, 12)), Document(20, "", "水库边的移民")])
    result = find("水库移民")
    assert (result.total, result.literal, result.relaxed) == (11, 11, "")


def signed(number, *names, **fields) -> Document:
    pairs = [("person", name) for name in names] + list(fields.items())
    return Document(number, "水库", "".join(names), fields=tuple(pairs))


def test_it_keeps_to_what_the_fields_allow(index):
    index.put(
        [signed(1, "徐坊"), signed(2, "徐坊", "吴昊"), signed(3, "吴昊", column="社　评"), signed(4, column="社评")]
    )
    assert sorted(found("水库 记者:徐坊")) == sorted(found("记者:徐坊")) == [1, 2]
    assert found("记者:徐坊 记者:吴昊") == [2]
    assert found("记者:徐坊|吴昊", order="newest") == [3, 2, 1]
    assert found("水库 栏目:社评", order="oldest") == [3, 4]
    assert found("水库 栏目:社论") == []


def test_it_leaves_out_what_the_fields_name(index):
    first = datetime.date(2024, 1, 8).toordinal() * DAY_SIZE
    other = signed(first + 1, "吴昊", "徐坊", column="社评")
    index.put([signed(first, "徐坊"), other, signed(first + DAY_SIZE, "吴昊"), signed(first + DAY_SIZE + 1, page="3")])
    last = [first + DAY_SIZE + 1, first + DAY_SIZE]
    assert found("水库 -记者:徐坊", order="newest") == last
    assert found("水库 -记者:徐坊 -版:3") == last[1:]
    assert found("记者:徐坊 -栏目:社评") == [first]
    assert found("日期:2024-01 -记者:徐坊", order="newest") == last
    assert found("水库 -日期:2024-01-08", order="newest") == last
    assert found("水库 -记者:无此人", order="oldest")[0] == first
    assert found("水库 -日期:2024 -记者:徐坊") == []


def test_it_keeps_to_the_days_and_the_scope(index):
    first = datetime.date(2024, 1, 8).toordinal() * DAY_SIZE
    index.put([Document(first + day * DAY_SIZE, "水库") for day in range(5)])
    days = lambda *places: [first + place * DAY_SIZE for place in places]  # noqa: E731
    assert found("水库 日期:2024-01-09..2024-01-10") == days(2, 1)
    assert found("日期:2024-01-09") == days(1)
    assert found("水库 日期:2024-01-08|2024-01-12") == days(4, 0)
    assert found("水库", scope=[range(first, first + 2 * DAY_SIZE)]) == days(1, 0)
    assert found("水库", scope=iter(days(2, 4))) == days(4, 2)
    assert found("水库", scope=[]) == []
    assert found("", scope=days(3)) == days(3)
    assert found("") == []


def test_it_adds_what_literally_holds_a_query_with_fields(index):
    index.put([Document(1, "", "记者：您怎么看"), Document(2, "", "水库"), Document(3, "", "今日")])
    assert found("记者：您") == [1]
    assert found("记者：您", scope=[2, 3]) == []


def test_it_counts_what_the_hits_have_in_common(index):
    first = datetime.date(2024, 1, 31).toordinal() * DAY_SIZE
    index.put([signed(first, "徐坊", page="2"), signed(first + DAY_SIZE, "徐坊", "吴昊"), Document(7, "水库")])
    facets = find("水库", facets=True).facets
    assert dict(facets.counts) == {"person": [("徐坊", 2), ("吴昊", 1)], "page": [("2", 1)]}
    assert facets.months == {"2024-01": 1, "2024-02": 1}
    assert find("水库").facets is None


def plan_of(statement) -> list[str]:
    """The steps by which the database would answer the statement."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {statement.sql}", statement.params)
        return [row[-1] for row in cursor.fetchall()]


def test_it_never_scans_the_texts(index):
    index.put([Document(number, "水库移民", "今日") for number in range(1, 1_000)])
    index.settle()
    for typed in ("水", "水库移民", "水库 移民", "水库|江州市长 -移民局", "题名:水库移民"):
        plan = plan_of(finding.Hits(parse(typed), "default").page("DESC", 20))
        if connection.vendor == "sqlite":
            assert not [one for one in plan if one.startswith("SCAN") and "VIRTUAL" not in one or "TEMP" in one], plan
        else:
            assert not [one for one in plan if "Seq Scan" in one], plan
            assert [one for one in plan if "Function Scan on search_numbers" in one], plan


@pytest.mark.parametrize("scope", [None, [1, 2, 3]])
def test_it_walks_no_table_to_weigh_and_to_count(index, scope):
    index.put([Document(number, "水库移民", "今日") for number in range(1, 1_000)])
    index.settle()
    asked = []

    def noted(execute, sql, params, many, context):
        asked.append(Condition(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        find("水库 移民", facets=True, scope=scope)
    plans = [step for statement in asked for step in plan_of(statement)]
    assert len(asked) > 5
    assert not [step for step in plans if re.search(r"SCAN search_(text|fields)|Seq Scan on search_index", step)]


@pytest.mark.django_db(databases=["default", "public"])
def test_it_reads_through_the_public_connection_unless_told_otherwise(index):
    index.put([Document(1, "水库")])
    assert index.find(parse("水库")).numbers == [1]


def test_it_counts_the_first_hits_of_the_order_where_they_are_many(index, monkeypatch):
    monkeypatch.setattr(finding, "POOL", 3)
    index.put([signed(number, page=str(number)) for number in range(1, 8)])
    pages = lambda order: sorted(value for value, _ in find("水库", order=order, facets=True).facets.counts["page"])  # noqa: E731
    assert (pages("newest"), pages("oldest")) == (["5", "6", "7"], ["1", "2", "3"])


def test_it_ranks_within_a_scope_whatever_lies_outside_it(index, monkeypatch):
    for module in (finding, rank):
        monkeypatch.setattr(module, "POOL", 5)
    monkeypatch.setattr(rank, "READ", 1)
    inside = [Document(1, "水库"), Document(2, "", "水库"), Document(3, "", "水库")]
    index.put([*inside, *(Document(number, "水库") for number in range(10, 30))])
    assert found("水库", scope=[1, 2, 3])[0] == 1


def test_it_lifts_the_string_as_it_was_typed_out_of_however_many_hits(index, monkeypatch):
    index.put([Document(1, "", "水库 移民"), *(Document(number, "", f"移民{number}水库") for number in range(2, 40))])
    monkeypatch.setattr(rank, "READ", 6)
    for pool in (100, 10):  # ranked as a whole, or too many for that
        for module in (finding, rank):
            monkeypatch.setattr(module, "POOL", pool)
        assert found("水库 移民")[0] == 1
