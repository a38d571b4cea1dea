"""The mean of two weight tables."""

import pytest

from tests.training import train
from tests.training.blending import blended, pruned

OLD = {"about": {}, "share": 1.0, "scale": 100, "labels": ["a", "b"], "transition": [[100, 0], [0, 40]]}
OLD |= {"state": {"x": {"0": 100}, "y": {"1": 1}}, "story": {"s": 10}}
NEW = OLD | {"transition": [[0, 100], [0, 0]], "state": {"x": {"0": 20, "1": 40}, "z": {"1": 8}}, "story": {"t": 8}}


def test_it_draws_every_weight_towards_the_old_table():
    table = blended(OLD, NEW, 0.75)
    assert table["transition"] == [[75, 25], [0, 30]]
    assert table["state"] == {"x": {"0": 80, "1": 10}, "y": {"1": 1}, "z": {"1": 2}}
    assert table["story"] == {"s": 8, "t": 2}


def test_it_leaves_out_what_rounds_to_nothing():
    assert "y" not in blended(OLD, NEW, 0.25)["state"]


def test_it_keeps_either_table_whole_at_the_ends():
    assert blended(OLD, NEW, 0.0)["state"] == NEW["state"]
    assert blended(OLD, NEW, 1.0)["state"] == OLD["state"]


def test_it_blends_no_tables_of_other_labels():
    with pytest.raises(ValueError, match="labels"):
        blended(OLD, NEW | {"labels": ["a", "c"]}, 0.5)


def test_it_leaves_out_faint_weights():
    table = {"state": {"a": {"0": 3, "1": -2}, "b": {"1": 1}}, "scale": 100}
    assert pruned(table, 3) == {"state": {"a": {"0": 3}}, "scale": 100}


def test_the_tables_of_a_prose_source_are_averaged(monkeypatch):
    monkeypatch.setattr(train, "lines_table", lambda prose, pages, count, first=1: OLD if first == 1 else NEW)
    table = train.mean_table("1998", [], 1000, 2)
    assert table["state"] == blended(OLD, NEW, 0.5)["state"]
    assert table["about"] == {"tables": "mean of 2"}
