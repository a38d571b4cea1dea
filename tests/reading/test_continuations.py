"""Parts of one story: the page a mark means, how like two headlines are, which parts belong together."""

from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.reading.continuations import ALIKE, UNMISTAKABLE, Part, Titles, likeness, links, page_meant

MEANT = {
    "第一版": "1",
    "A1版": "A1",
    "第 3 版": "3",
    "十二版": "12",
    "1版": "1",
    "A2": "A2",
    "第十版": "10",
    "二十版": "20",
    "第二十一版": "21",
    "一〇版": "10",
    "B01版": "B1",
    "第Ａ０３版": "A3",
    "a5版": "A5",
    "第４版": "4",
    "03": "3",
    "第七版①": "7",
    "第2页": "2",
    "第三頁": "3",
}
MEANLESS = ["", "版", "要闻版", "第版", "两版", "十十版", "一二十版", "1月2日", "特刊1", "ABC1版", "1234版"]


@pytest.mark.parametrize("mark", MEANT)
def test_it_knows_the_page_that_a_mark_means(mark):
    assert page_meant(mark) == MEANT[mark]


@pytest.mark.parametrize("mark", MEANLESS)
def test_it_knows_when_a_mark_means_no_page(mark):
    assert page_meant(mark) == ""


@given(st.text(max_size=8) | st.text("第一二十〇零版页A 0１①两", max_size=8))
@example("第十十版")
def test_it_takes_any_mark_and_a_normal_number_means_itself(mark):
    meant = page_meant(mark)
    assert page_meant(meant) == meant


WHOLE = Titles("山乡水渠今日全线通水", "历时三年", "——十二个村喝上清泉")


@pytest.mark.parametrize(
    "other",
    [
        WHOLE,
        Titles("山乡水渠今日全线通水"),
        Titles("山乡水渠 今日全线通水！"),
        Titles("三年", "山乡水渠今日全线通水"),
    ],
)
def test_it_finds_repeated_headlines_alike(other):
    assert likeness(WHOLE, other) >= UNMISTAKABLE


def test_it_finds_shortened_headlines_alike_enough():
    long = Titles("江州市第十四届人民代表大会第三次会议隆重开幕")
    assert ALIKE <= likeness(long, Titles("市十四届人大三次会议开幕")) < 1


@pytest.mark.parametrize(
    "other", ["渡口新桥下月合龙", "山乡小学开学", "水渠", "", "，。", "今日要闻"], ids=lambda text: text or "none"
)
def test_it_finds_other_headlines_unlike(other):
    assert likeness(WHOLE, Titles(other)) < ALIKE


def test_it_wants_a_short_headline_whole():
    assert likeness(Titles("短评"), Titles("短评")) == 1
    assert likeness(Titles("短评"), Titles("本报短评两则")) < ALIKE


titles = st.builds(Titles, *[st.text("江州山乡水渠通水了, ", max_size=8)] * 3)


@given(titles, titles)
def test_it_measures_likeness_both_ways_alike(one, other):
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


@given(titles)
def test_it_finds_a_stack_like_itself(one):
    assert likeness(one, one) == (1 if any(sign.isalnum() for sign in one.headline) else 0)


def part(id: int, number: str, comes: str = "", goes: str = "", title: str = WHOLE.headline, page: str = "") -> Part:
    return Part(id, page or f"p{number}", number, comes, goes, Titles(title))


def going(id: int = 1, number: str = "1", to: str = "3", **fields) -> Part:
    return part(id, number, goes=to, **fields)


def coming(id: int = 2, number: str = "3", from_: str = "1", **fields) -> Part:
    return part(id, number, comes=from_, **fields)


def test_it_links_parts_whose_marks_point_at_each_other():
    assert links([going(), coming()]) == {2: 1}


@pytest.mark.parametrize(
    "parts",
    [
        [going(to="4"), coming()],
        [going(), coming(from_="2")],
        [going(), coming(number="4")],
        [going(), coming(title="渡口新桥下月合龙")],
        [going(page="p"), coming(page="p")],
        [going(to=""), coming()],
        [part(1, "1"), part(2, "3")],
    ],
    ids=["goes elsewhere", "comes from elsewhere", "other page", "other headline", "one page", "one mark", "no mark"],
)
def test_it_links_nothing_that_does_not_fit(parts):
    assert links(parts) == {}


def test_it_links_a_story_over_three_pages():
    assert links([going(1), part(2, "3", comes="1", goes="4"), coming(3, "4", "3")]) == {2: 1, 3: 2}


def test_it_gives_each_part_the_headline_most_like_its_own():
    others = [going(3, title="江州市召开教育工作会议"), coming(4, title="江州市召开教育工作会")]
    assert links([going(1, title="江州市召开经济工作会议"), coming(2, title="市召开经济工作会议"), *others]) == {
        2: 1,
        4: 3,
    }


def test_it_links_a_second_best_once_the_best_is_taken():
    near, far = going(1, title="山乡水渠今日全线通水"), going(2, title="山乡水渠通水在即")
    assert links([near, far, coming(3, title="山乡水渠今日全线通水"), coming(4, title="山乡水渠通水")]) == {3: 1, 4: 2}


def test_it_leaves_open_what_fits_two():
    assert links([going(1), going(2, page="p1 again"), coming(3)]) == {}
    assert links([going(1), coming(2), coming(3, page="p3 again")]) == {}


def test_it_links_a_part_without_a_headline_only_by_sure_marks():
    assert links([going(1), coming(2, title="")]) == {2: 1}
    assert links([going(1), coming(2, title="", number="", page="p")]) == {}
    assert links([going(1), going(3, page="p1 again"), coming(2, title="")]) == {}


def test_it_links_pages_of_unknown_number_by_an_unmistakable_headline():
    unknown = {"number": "", "page": "p"}
    assert links([going(), coming(**unknown)]) == {2: 1}
    assert links([going(**unknown), coming()]) == {2: 1}
    assert (
        links([going(title="江州市第十四届人民代表大会第三次会议隆重开幕"), coming(title="市人大会议", **unknown)])
        == {}
    )
    assert links([going(), coming(**unknown), coming(3, number="", page="q")]) == {}
    assert links([going(), coming(from_="2", **unknown)]) == {}


def test_it_prefers_known_numbers_to_unknown_ones():
    assert links([going(), coming(), coming(3, number="", page="q")]) == {2: 1}


def test_it_links_no_ring():
    assert links([part(1, "1", "3", "3"), part(2, "3", "1", "1")]) == {}


numbers = st.sampled_from(["", "1", "2", "3"])
sets_of_parts = st.lists(
    st.builds(
        lambda number, copy, comes, goes, title: (number, f"p{number or copy}", comes, goes, title),
        numbers,
        st.integers(0, 2),
        numbers,
        numbers,
        st.sampled_from(["", "短评", "山乡水渠今日全线通水", "山乡水渠通水", "渡口新桥合龙", "渡口新桥下月合龙"]),
    ),
    max_size=8,
).map(
    lambda rows: [
        Part(id, page, number, comes, goes, Titles(title))
        for id, (number, page, comes, goes, title) in enumerate(rows, 1)
    ]
)


@given(sets_of_parts, st.randoms(use_true_random=False))
def test_it_links_alike_whatever_the_order(parts, random):
    found = links(parts)
    for _ in range(3):
        random.shuffle(parts)
        assert links(parts) == found


def test_it_links_alike_in_every_order_of_a_crowded_issue():
    parts = [
        going(1),
        coming(2),
        part(3, "3", "1", "4", "渡口新桥合龙"),
        going(4, title="渡口新桥下月合龙"),
        coming(5, "", page="q"),
    ]
    assert len({tuple(sorted(links(order).items())) for order in permutations(parts)}) == 1


@given(sets_of_parts)
def test_it_links_each_end_once_and_only_where_marks_point(parts):
    found, by_id = links(parts), {part.id: part for part in parts}
    assert len(set(found.values())) == len(found)
    for id, before_id in found.items():
        part, before = by_id[id], by_id[before_id]
        assert part.page != before.page and part.comes_from and before.goes_to
        assert before.goes_to in (part.number, before.goes_to if not part.number else None)
        assert part.comes_from in (before.number, part.comes_from if not before.number else None)
        seen = {id}
        while before_id is not None:
            assert before_id not in seen
            seen.add(before_id)
            before_id = found.get(before_id)
