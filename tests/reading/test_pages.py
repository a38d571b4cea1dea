"""Whole pages: nothing lost, nothing said twice, nothing raised, and as well read as before."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.reading import Unreadable, read_page, read_text
from articles.reading.decoding import decode
from tests.reading.scoring import field_scores, mean
from tests.training.train import EXAM

HERE = Path(__file__).parent
PAGES = sorted((HERE.parent / "pages").glob("*.txt"))
SEED = next((HERE.parents[1] / "seeds").glob("000_*.txt"))
DEV = HERE.parents[2] / "shared" / "pages" / "dev"
# Raised whenever the reader gets better, never lowered.
FLOORS = {"exam": 0.86, "tuned": 0.985, "dev": 0.98, "later exam": 0.73, "later tuned": 0.94}
# Pages of later sets, written when the reader read the older ones well: they have floors of their own.
LATER = ("m", "o")

line = st.one_of(
    st.sampled_from(
        [
            "本报讯(记者 何禾)昨天,江边的老码头重新开放,市民可以在这里坐船到对岸。",
            "本报记者 何 禾 摄",
            "(上接第一版)",
            "（下转第三版）",
            "核心阅读",
            "■ 一座桥",
            "江报观察",
            "第4版 经济",
            "老码头重新开放 一张船票两元钱",
            "图为市民在码头候船。",
            "问：船几点开？",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
gap = st.sampled_from(["\n", "\n\n", "\r\n", "\n\u3000\u3000"])
texts = st.builds(lambda between, lines: between.join(lines), gap, st.lists(line, max_size=14))


def assert_conserved(text):
    """Each character that is no white space belongs to exactly one field."""
    owners = [0] * len(text)
    for (start, end), _, _ in read_text(text).spans():
        for offset in range(start, end):
            owners[offset] += 1
    assert all(count == 1 for count, char in zip(owners, text, strict=True) if not char.isspace())


@given(texts)
@settings(max_examples=300, deadline=None)
@example("")
@example("\ufeff\u2028一\x85")
@example("（下转第三版）")
def test_it_gives_each_character_of_any_text_to_one_field(text):
    assert_conserved(text)


@given(texts)
@settings(max_examples=50, deadline=None)
def test_it_reads_the_same_text_the_same_way(text):
    assert read_text(text) == read_text(text)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_it_reads_or_refuses_any_file(source):
    try:
        draft = read_page(source)
    except Unreadable:
        return
    assert draft.articles


@pytest.mark.parametrize("path", [SEED, *PAGES, *sorted(DEV.glob("*.txt"))], ids=lambda path: path.stem)
def test_it_loses_nothing_of_a_page(path):
    assert_conserved(decode(path.read_bytes())[0])


def pairs(paths):
    for path in paths:
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        yield truth, read_page(path.read_bytes()).as_json()


def score(*, exam, later):
    chosen = [path for path in PAGES if (path.stem[:3] in EXAM) == exam and path.stem.startswith(LATER) == later]
    return mean(field_scores(pairs(chosen)))


@pytest.mark.parametrize("later", [False, True])
def test_it_reads_the_exam_as_well_as_before(later):
    assert score(exam=True, later=later) >= FLOORS["later exam" if later else "exam"]


@pytest.mark.parametrize("later", [False, True])
def test_it_reads_the_tuning_pages_as_well_as_before(later):
    assert score(exam=False, later=later) >= FLOORS["later tuned" if later else "tuned"]


@pytest.mark.skipif(not DEV.is_dir(), reason="the development pages are not beside the checkout")
def test_it_reads_the_development_pages_as_well_as_before():
    assert mean(field_scores(pairs(sorted(DEV.glob("*.txt"))))) >= FLOORS["dev"]


@pytest.mark.skipif(not DEV.is_dir(), reason="the seed's truth is not beside the checkout")
def test_it_reads_the_seed_without_a_fault():
    truth = json.loads((DEV / "seed.json").read_text("utf-8"))
    scores = field_scores([(truth, read_page(SEED.read_bytes()).as_json())])
    assert set(scores.values()) == {1.0}
