"""Archives to export are loaded from marked seeds."""

import pytest


@pytest.fixture(autouse=True)
def _marked(marked) -> None: ...
