"""Labelled pages to a weight table: a linear-chain CRF (CRFsuite), its weights rounded and listed by feature."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pycrfsuite

from articles.training.examples import SCALE, Example, features_of

# A strong first norm (c1): generated pages are of one hand, and weights learned too well from them do not transfer.
PARAMETERS = {"c1": 0.5, "c2": 0.1, "max_iterations": 90, "feature.possible_transitions": 1, "feature.minfreq": 3}


def train(
    examples: Iterable[Example], about: dict[str, Any], parameters: dict[str, Any] | None = None, share: float = 1.0
) -> dict[str, Any]:
    """The weight table learned from labelled pages; about is its provenance."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS | (parameters or {}))
    for example in examples:
        sequence = pycrfsuite.ItemSequence(features_of(example.lines))
        for _ in range(example.weight):
            trainer.append(sequence, example.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        return _table(path, about, share)


def _table(path: str, about: dict[str, Any], share: float) -> dict[str, Any]:
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info = tagger.info()
    labels = sorted(info.labels)
    number = {label: index for index, label in enumerate(labels)}
    state: dict[str, dict[str, int]] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        if rounded := round(weight * SCALE):
            state.setdefault(feature, {})[str(number[label])] = rounded
    transition = [[round(info.transitions.get((before, after), 0.0) * SCALE) for after in labels] for before in labels]
    return {"about": about, "share": share, "scale": SCALE, "labels": labels, "transition": transition, "state": state}
