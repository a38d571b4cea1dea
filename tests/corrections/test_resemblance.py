"""Candidates are found by block: equal in writing, in sound, but for a character, or with something glued on."""

import random
import time

import pytest

from articles.corrections.resemblance import Pair, Why, columns, people


def found(*names: tuple[str, str]) -> set[tuple[frozenset[str], Why]]:
    return {(pair.both, pair.why) for pair in people({name: (name, sound) for name, sound in names})}


@pytest.mark.parametrize(
    "one, other, why",
    [
        (("张伟", "zhang wei"), ("張偉", "zhang wei"), Why.SCRIPT),
        (("徐坊", "xu fang"), ("金华站徐坊", "jin hua zhan xu fang"), Why.GLUED),
        (("徐坊", "xu fang"), ("徐坊摄影", "xu fang she ying"), Why.GLUED),
        (("徐坊", "xu fang"), ("徐访", "xu fang"), Why.SOUND),
        (("徐坊", "xu fang"), ("徐小坊", "xu xiao fang"), Why.ONE_OFF),
        (("王建国", "wang jian guo"), ("王建固", "wang jian gu"), Why.ONE_OFF),
    ],
)
def test_it_finds_what_may_be_one(one, other, why):
    assert found(one, other) == {(frozenset((one[0], other[0])), why)}


@pytest.mark.parametrize(
    "one, other",
    [
        (("徐坊", "xu fang"), ("吴昊", "wu hao")),
        (("徐坊", "xu fang"), ("徐昊", "xu hao")),
        (("徐小坊", "xu xiao fang"), ("小徐坊", "xiao xu fang")),
        (("徐坊", ""), ("吴昊", "")),
        (("", ""), ("·", "")),
    ],
)
def test_it_leaves_others_alone(one, other):
    assert not found(one, other)


def test_it_proposes_nobody_told_apart_by_a_note():
    assert not people({"张伟": ("张伟", "zhang wei"), "张伟（金华）": ("张伟", "zhang wei")})


def test_it_finds_labels_of_one_column():
    assert columns(["浙报观察", "浙报·观察", "江声"]) == [Pair("浙报观察", "浙报·观察", Why.SCRIPT)]
    assert [pair.why for pair in columns(["江州之声", "江洲之声"])] == [Why.ONE_OFF]


def test_it_takes_time_in_proportion_to_the_names():
    """Five thousand people of thirty surnames: all pairs would be twelve million."""
    chance, signs = random.Random(1), [chr(0x4E00 + n) for n in range(300)]
    names = {"".join((chance.choice(signs[:30]), *chance.sample(signs, chance.choice((1, 2))))) for _ in range(5_000)}
    started = time.process_time()
    pairs = people({name: (name, " ".join(f"s{ord(sign) % 97}" for sign in name)) for name in names})
    assert len(pairs) < 40 * len(names)
    assert time.process_time() - started < 5
