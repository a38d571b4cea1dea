"""What the documents name is there: files, commands, verbs of ./run and ./test, settings."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from newsroom import settings
from newsroom.environment import READ

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "static/css/*.md", "tests/pages/README.md")
    for path in ROOT.glob(pattern)
)
FILE_RE = re.compile(r"(?:articles|newsroom|templates|static|tests|tools|docs|seeds|\.ci)(?:/[\w.-]+)*/?")
ELSEWHERE = {"seeds/corrections.jsonl"}  # written by a command
COMMAND_RE = re.compile(r"manage\.py ([a-z_]+)")
MODULE_RE = re.compile(r"python -m (tests(?:\.\w+)+)")
NAME_RE = re.compile(r"`([A-Z]\w+)` (?:in|of) `([\w/.]+\.py)`|`([\w/.]+\.py)` `([A-Z]\w+)`")
VERB_RE = re.compile(r"\./(run|test) ([a-z]+)\b")


def quoted(document: str) -> list[str]:
    """What stands in back quotes or in a block of code."""
    text = (ROOT / document).read_text()
    blocks = re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
    return [*re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)), *blocks]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_names_files_that_there_are(document):
    named = {text.partition("::")[0] for text in quoted(document) if FILE_RE.fullmatch(text.partition("::")[0])}
    places = (ROOT, (ROOT / document).parent)
    assert [name for name in sorted(named - ELSEWHERE) if not any((place / name).exists() for place in places)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_names_commands_that_there_are(document):
    text = "\n".join(quoted(document))
    assert set(COMMAND_RE.findall(text)) <= get_commands().keys()
    modules = {ROOT / name.replace(".", "/") for name in MODULE_RE.findall(text)}
    assert [path for path in modules if not path.is_dir() and not path.with_suffix(".py").is_file()] == []
    for script, verb in VERB_RE.findall(text):
        assert re.search(rf"\b{verb}\b", (ROOT / script).read_text()), f"./{script} {verb}"


def test_it_names_what_stands_in_the_files():
    texts = [(ROOT / document).read_text() for document in DOCUMENTS]
    found = [match.groups() for text in texts for match in NAME_RE.finditer(text)]
    named = [(name or behind, file or before) for name, file, before, behind in found]
    assert named
    assert [(name, file) for name, file in named if not re.search(rf"\b{name}\b", (ROOT / file).read_text())] == []


def test_it_tells_of_every_setting_and_no_others():
    table = (ROOT / "README.md").read_text().partition("\n## Settings")[2].partition("\n## ")[0]
    told = set(re.findall(r"^\| `(\w+)` \|", table, re.M))
    asked = {name for name in READ if hasattr(settings, name) or name.endswith("DATABASE_URL")}
    assert told - {"PUBLIC_DATABASE_URL"} == asked - {"PUBLIC_DATABASE_URL"}
    assert "PUBLIC_DATABASE_URL" in told
