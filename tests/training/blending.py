"""The mean of two weight tables: one that has proved itself, and one that has learned more."""

from __future__ import annotations

from typing import Any

Table = dict[str, Any]
Weights = dict[str, int]
# In hundredths: smaller weights hardly change a reading and would make the files a quarter larger.
FAINT = 3


def blended(old: Table, new: Table, keep: float) -> Table:
    """The new table with every weight drawn towards the old one; keep (0 to 1) is the old one's share.

    Both must have the same labels and scale; raises ValueError else. What rounds to nothing is left out.
    """
    if (old["labels"], old["scale"]) != (new["labels"], new["scale"]):
        raise ValueError("tables of other labels or scale cannot be blended")
    features = sorted(old["state"].keys() | new["state"].keys())
    state = {name: _mean(old["state"].get(name, {}), new["state"].get(name, {}), keep) for name in features}
    return new | {
        "about": new["about"] | {"blend": f"{keep:g} of the table before"},
        "transition": [
            [round(keep * left + (1 - keep) * right) for left, right in zip(*rows, strict=True)]
            for rows in zip(old["transition"], new["transition"], strict=True)
        ],
        "state": {name: weights for name, weights in state.items() if weights},
        "story": _mean(old.get("story", {}), new.get("story", {}), keep),
    }


def pruned(table: Table, faint: int = FAINT) -> Table:
    """The table without the weights of lines that are smaller than faint, of which a mean has many."""
    state = {
        name: {label: weight for label, weight in weights.items() if abs(weight) >= faint}
        for name, weights in table["state"].items()
    }
    return table | {"state": {name: weights for name, weights in state.items() if weights}}


def _mean(old: Weights, new: Weights, keep: float) -> Weights:
    names = sorted(old.keys() | new.keys())
    mean = {name: round(keep * old.get(name, 0) + (1 - keep) * new.get(name, 0)) for name in names}
    return {name: weight for name, weight in mean.items() if weight}
