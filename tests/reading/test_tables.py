"""A weight table is used whole or refused with a message that names its file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import BadTable
from articles.reading.model import WEIGHTS, Model, shipped_tables
from articles.reading.tables import read_table

TABLE = {
    "about": {},
    "share": 1,
    "scale": 100,
    "labels": ["+headline", "paragraph"],
    "transition": [[0, 1], [2, -3.5]],
    "state": {"own2=5": {"0": 7, "1": -2}},
}


def read(**changes):
    return read_table(json.dumps(TABLE | changes).encode(), "weights/江州.json")


def test_it_reads_a_sound_table():
    assert read(on_top=True, story={"news=l|0": 3}) == TABLE | {"on_top": True, "story": {"news=l|0": 3}}


@pytest.mark.parametrize("path", sorted(WEIGHTS.glob("*.json")), ids=lambda path: path.stem)
def test_it_accepts_the_shipped_tables(path):
    assert read_table(path.read_bytes(), path.name)["labels"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"about": "我"}, "about"),
        ({"share": 0}, "正数"),
        ({"share": True}, "share"),
        ({"scale": -1}, "正数"),
        ({"on_top": "yes"}, "on_top"),
        ({"labels": ["+headline", "标题"]}, "标题"),
        ({"labels": ["+headline", ["paragraph"]]}, "标签"),
        ({"labels": ["paragraph", "paragraph"]}, "重复"),
        ({"labels": ["paragraph"]}, "数目不合"),
        ({"transition": [[0, 1]]}, "数目不合"),
        ({"transition": [[0, 1], [2, "3"]]}, "数目不合"),
        ({"transition": [[0, 1], [2, float("nan")]]}, "数目不合"),
        ({"state": {"own2=5": {"2": 1}}}, "own2=5"),
        ({"state": {"own2=5": {"0": 10**400}}}, "own2=5"),
        ({"state": {"own2=5": [1]}}, "own2=5"),
        ({"story": [1]}, "story"),
    ],
)
def test_it_says_what_is_wrong(changes, problem):
    with pytest.raises(BadTable) as raised:
        read(**changes)
    assert "weights/江州.json" in raised.value.message
    assert problem in raised.value.message


@pytest.mark.parametrize("source", [b"", b'{"about"', b"[]", b"\xff\xfe\x00", b"[" * 100_000])
def test_it_refuses_what_is_no_table(source):
    with pytest.raises(BadTable, match=r"江州\.json"):
        read_table(source, "江州.json")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=3),
        lambda one: st.lists(one) | st.dictionaries(st.sampled_from([*TABLE, "0"]), one),
    )
)
def test_it_reads_or_refuses_any_json(value):
    try:
        Model([*shipped_tables()[:1], read_table(json.dumps(value).encode(), "x")])
    except BadTable as error:
        assert error.message


def test_it_averages_tables_and_adds_those_on_top():
    other = TABLE | {"transition": [[0, 3], [0, 0]], "state": {}}
    before, after = (
        Model(tables).transition for tables in ([TABLE, other], [TABLE, other, other | {"on_top": True, "share": 2}])
    )
    first, second = 0.02, 0.02 + 0.06
    assert sorted({round(score, 9) for row in before for score in row}) == [-0.0175, 0.0, 0.01, first]
    assert second in {round(score, 9) for row in after for score in row}
