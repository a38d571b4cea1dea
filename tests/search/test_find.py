"""Finding: what a query finds, and how much of it is counted."""

import datetime

import pytest

from articles.search import Document
from articles.search import results as finding
from articles.search.numbering import DAY_SIZE
from tests.search.asking import find, found


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


def test_it_takes_no_string_to_stand_where_only_its_parts_do(index):
    index.put([Document(1, "", "水库，库移，移民"), Document(2, "", "水库移民"), Document(3, "库移水库", "移民")])
    assert (find("水库移民").numbers[0], find("水库移民").literal) == (2, 1)
    assert found("“水库移民”") == [2]
    assert sorted(found("“移民” -水库移民")) == [1, 3]
    assert found("题名:水库移") == []


def test_it_finds_in_the_headline_alone_where_asked(index):
    index.put([Document(1, "水库移民"), Document(2, "移民", "水库移民"), Document(3, "脐橙", "水库移民")])
    assert found("题名:水库移民") == [1]
    assert found("题名:移民 水库移民") == [1, 2]


@pytest.mark.parametrize("typed", ["１月８日", "1月8日", "ｇｄｐ", "臺灣", "台湾", "水 库", "“两山”", "😀", "㎡"])
def test_it_finds_across_ways_of_writing(index, typed):
    index.put([Document(1, "", "1月８日，臺灣GDP水，庫“两山”理念😀五㎡"), Document(2, "无关")])
    assert found(typed) == [1]


@pytest.mark.parametrize("limit", [1, 2, 9])
def test_it_weighs_what_is_the_word_more_however_few_are_asked_for(index, limit):
    others = Document(3, "", "客商和服务员说，今天的天气一直很好，质量和服务")
    index.put([Document(1, "", "她穿和服，买和服"), Document(2, "", "她穿和服"), others])
    assert found("和服", limit=limit) == [1, 2, 3][:limit]


def test_it_counts_exactly_up_to_a_limit(index, monkeypatch):
    monkeypatch.setattr(finding, "POOL", 30)
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


def test_it_counts_the_first_hits_of_the_order_where_they_are_many(index, monkeypatch):
    monkeypatch.setattr(finding, "POOL", 3)
    index.put([signed(number, page=str(number)) for number in range(1, 8)])
    pages = lambda order: sorted(value for value, _ in find("水库", order=order, facets=True).facets.counts["page"])  # noqa: E731
    assert (pages("newest"), pages("oldest")) == (["5", "6", "7"], ["1", "2", "3"])


def test_it_tells_which_of_many_words_may_be_found(index):
    index.put([Document(1, "", "水库移民 民水"), Document(2, "移居")])
    assert index.perhaps(["水库移居", "水库移民", "库移民水", "", "移居"], "default") == [
        "水库移民",
        "库移民水",
        "移居",
    ]
    assert index.perhaps([], "default") == []
