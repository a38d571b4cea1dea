"""Commands are called as the shell calls them: what they print, and how they end."""

from dataclasses import dataclass
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles import loader, outline
from tests.marked import read_marked


@dataclass
class Ended:
    """What a command said and its exit code."""

    out: str
    err: str
    code: int


@pytest.fixture(autouse=True)
def marked(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(loader, "read_page", read_marked)
    monkeypatch.setattr(outline, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"


@pytest.fixture
def seeds(tmp_path):
    return tmp_path / "seeds"


@pytest.fixture
def run():
    def run(name: str, *arguments) -> Ended:
        out, err, code = StringIO(), StringIO(), 0
        try:
            call_command(name, *map(str, arguments), stdout=out, stderr=err)
        except CommandError as error:
            err.write(str(error))
            code = error.returncode
        return Ended(out.getvalue(), err.getvalue(), code)

    return run
