"""Commands are called as the shell calls them: what they print, and how they end."""

from dataclasses import dataclass
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles import outline
from tests.marked import read_marked


@dataclass
class Ended:
    """What a command said and its exit code."""

    out: str
    err: str
    code: int


@pytest.fixture(autouse=True)
def _marked(marked, monkeypatch) -> None:
    monkeypatch.setattr(outline, "read_page", read_marked)


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
