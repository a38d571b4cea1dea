"""Named fields: what a value means, and what makes no sense."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.fields import FIELD_NAMES, date_range, understand


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024年", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023年2月", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024年1月8日", date(2024, 1, 8), date(2024, 1, 8)),
        ("２０２４/1/8", date(2024, 1, 8), date(2024, 1, 8)),
        ("20240108", date(2024, 1, 8), date(2024, 1, 8)),
        ("202401", date(2024, 1, 1), date(2024, 1, 31)),
        ("2024-01..2024-02", date(2024, 1, 1), date(2024, 2, 29)),
        ("2023至2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("2023——2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("..2024", date.min, date(2024, 12, 31)),
        ("2024..", date(2024, 1, 1), date.max),
        ("2023-2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("2024年1月—3月", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024年1月8日至10日", date(2024, 1, 8), date(2024, 1, 10)),
        ("2024-01-08..10", date(2024, 1, 8), date(2024, 1, 10)),
        ("2024年1月8日至2月3日", date(2024, 1, 8), date(2024, 2, 3)),
        ("2024年1月8日-2024年2月3日", date(2024, 1, 8), date(2024, 2, 3)),
        ("2024-01..03", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024年1月8号", date(2024, 1, 8), date(2024, 1, 8)),
        ("二〇二四年十一月八日", date(2024, 11, 8), date(2024, 11, 8)),
        ("二○二四年", date(2024, 1, 1), date(2024, 12, 31)),
        ("2019年以来", date(2019, 1, 1), date.max),
        ("2019年以前", date.min, date(2019, 12, 31)),
        ("1990年代", date(1990, 1, 1), date(1999, 12, 31)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_it_reads_dates(typed, first, last):
    assert date_range(understand("date", typed)) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "..",
        "昨天",
        "2024-13",
        "2024-02-30",
        "0000",
        "2024..2023",
        "1..2..3",
        "1月8日",
        "以来",
        "0000年代",
        "1995年代",
        "2024..13",
    ],
)
def test_it_knows_what_is_no_date(typed):
    assert understand("date", typed) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[("3", "3"), ("03", "3"), ("第3版", "3"), ("Ａ０3", "A3"), ("b12版", "B12"), ("一", "1"), ("第十版", "10")],
        *[("十二", "12"), ("二十", "20"), ("第九十九版", "99"), ("头版", None), ("十二十", None), ("二一", None)],
    ],
)
def test_it_reads_pages(typed, number):
    assert understand("page", typed) == number


@pytest.mark.parametrize(
    ("typed", "is_name"),
    [("徐坊", True), ("买买提·艾力", True), ("xu fang", True), ("O'Neil", True), ("怎么看？", False), ("３人", False)],
)
def test_it_knows_names(typed, is_name):
    assert (understand("person", typed) is not None) is is_name


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        *[("type", "照片", "图片"), ("type", "圖片", "图片"), ("type", "Photo", "图片"), ("type", "文字", "文字")],
        *[("type", "text", "文字"), ("type", "住宅", None), ("doubt", "有", "有"), ("doubt", "很多", None)],
    ],
)
def test_it_reads_kinds(field, typed, value):
    assert understand(field, typed) == value


@given(st.sampled_from(sorted(FIELD_NAMES)), st.text())
def test_it_never_raises(field, value):
    known = understand(field, value)
    assert known is None or known
