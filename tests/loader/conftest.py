"""Seeds are read by their marks."""

import pytest


@pytest.fixture(autouse=True)
def _marked(marked) -> None: ...
