"""Archives to export are loaded from marked seeds."""

import pytest

from articles import loader
from tests.marked import read_marked


@pytest.fixture(autouse=True)
def marked(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(loader, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"


@pytest.fixture
def seeds(tmp_path):
    return tmp_path / "seeds"
