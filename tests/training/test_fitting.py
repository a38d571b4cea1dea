"""A table learned on top of a model mends what the model has wrong, the same bytes each time."""

import json

import pytest

from articles.reading.labelling import label_lines
from articles.reading.model import Model, shipped_model, shipped_tables
from articles.reading.tables import read_table
from articles.training.examples import write_table
from articles.training.fitting import fit
from articles.training.pages import Untrainable, examples_of_folder
from tests.training.lessons import truth_of, write_lessons


@pytest.fixture
def lessons(tmp_path):
    return [example for _, example in examples_of_folder(write_lessons(tmp_path / "lessons", 3))]


def misread(examples, model):
    return sum(
        label != read
        for example in examples
        for label, read in zip(example.labels, label_lines(example.lines, model).labels, strict=True)
    )


def test_it_mends_what_is_misread(lessons):
    table = fit(shipped_model(), lessons, {})
    assert misread(lessons, shipped_model()) > 0
    assert misread(lessons, Model([*shipped_tables(), table])) == 0


def test_it_leaves_out_what_no_share_adds(lessons):
    table = fit(shipped_model(), lessons, {}, share=1e-9)
    assert misread(lessons, Model([*shipped_tables(), table])) == misread(lessons, shipped_model())


def test_it_writes_the_same_bytes_for_the_same_pages(lessons, tmp_path):
    for name in "ab":
        write_table(tmp_path / name, fit(shipped_model(), lessons, {"pages": []}))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert read_table((tmp_path / "a").read_bytes(), "a")["on_top"]


def test_it_learns_nothing_from_nothing():
    assert fit(shipped_model(), [], {})["state"] == {}


@pytest.mark.parametrize("truth", ["{", "[]", "{}", '{"articles": [1]}', '{"articles": [{"headline": 1}]}'])
def test_it_names_the_truth_it_cannot_use(tmp_path, truth):
    (tmp_path / "p.txt").write_text("老码头重新开放\n本报记者 何禾\n", "utf-8")
    (tmp_path / "p.json").write_text(truth, "utf-8")
    with pytest.raises(Untrainable, match=r"p\.json: "):
        list(examples_of_folder(tmp_path, model=shipped_model()))


@pytest.mark.parametrize("source", [None, b"", b"\xff\x00\x01"])
def test_it_names_the_page_it_cannot_read(tmp_path, source):
    (tmp_path / "p.json").write_text(json.dumps(truth_of(0)), "utf-8")
    if source is not None:
        (tmp_path / "p.txt").write_bytes(source)
    with pytest.raises(Untrainable, match=r"p\.txt: "):
        list(examples_of_folder(tmp_path))
