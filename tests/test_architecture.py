"""Who may import whom: the table of the design, checked against the source."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "articles").rglob("*.py"))

# room: the rooms it may import. A new room is entered here, on the side it belongs to.
MAY_IMPORT = {
    # pure: no database
    "reading": "",
    "words": "",
    "folding": "",
    "typography": "words folding",
    "characters": "",
    "batches": "",
    "addresses": "",
    "spreadsheet": "characters",
    "gazetteer": "words folding",
    "keys": "reading",
    "formats": "reading",
    "seeds": "reading formats",
    "conservation": "reading",
    # the archive's own weights added
    "readers": "reading",
    # what is stored and asked
    "search": "batches words folding reading.bylines reading.quantities",
    "queries": "search folding keys",
    "models": "queries reading addresses",
    "holdings": "models",
    # writing
    "corrections": "reading folding models keys seeds",
    "loader": "gazetteer holdings reading readers formats corrections search queries models conservation keys seeds "
    "batches",
    "verification": "holdings corrections search models conservation loader",
    "training": "reading readers models corrections",
    "outline": "reading readers formats conservation corrections display.doubts",
    # showing: nothing of the writing side but what a correction is called
    "display": "addresses models conservation corrections.printed queries "
    "search.query search.fields search.narrowing search.periods",
    "records": "models corrections.printed corrections.targets display search.numbering",
    "feeds": "characters",
    "bag": "models corrections records spreadsheet",
    "oai": "models queries citations typography characters",
    "citations": "models display typography folding queries characters",
    "templatetags": "addresses models display typography words search.query search.highlight search.compared",
    "views": "batches gazetteer keys models queries reading.quantities records feeds oai spreadsheet citations display "
    "corrections.targets corrections.naming templatetags typography "
    "words search.query search.highlight search.fields search.readback search.narrowing search.periods "
    "search.numbering search.documents search.compared holdings",
    "urls": "views",
    # editing
    "admin": "models queries corrections loader readers conservation display keys",
    "management": "bag reading outline loader corrections verification training",
    "migrations": "models queries search",
    "apps": "",
}
WITHOUT_SAYING = ("urls", "management", "migrations", "apps")  # Django's
COMMAND_MAY_IMPORT = 2  # the room it calls, and one whose errors or names it needs


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Each import statement with the module it names; `from articles import x` names articles.x."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            submodules = ("articles", "articles.search", "articles.corrections")
            for alias in node.names:
                yield node, f"{node.module}.{alias.name}" if node.module in submodules else node.module


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def own_imports(path: Path) -> Iterator[str]:
    for _, module in imports(tree_of(path)):
        if module.split(".")[0] == "articles" and room_of(module) != room_of(name_of(path)):
            yield module


def is_allowed(module: str, allowed: list[str]) -> bool:
    _, room, *rest = module.split(".")
    return room in allowed or (bool(rest) and f"{room}.{rest[0]}" in allowed)


@pytest.mark.parametrize("room", sorted({room_of(name_of(path)) for path in MODULES} - {""}))
def test_it_imports_only_what_its_room_may(room):
    assert room in MAY_IMPORT, f"{room} is a new room: enter it in the table"
    inside = [path for path in MODULES if room_of(name_of(path)) == room]
    pairs = {(name_of(path), module) for path in inside for module in own_imports(path)}
    assert sorted(pair for pair in pairs if not is_allowed(pair[1], MAY_IMPORT[room].split())) == []


def test_it_has_no_room_that_the_readme_does_not_show():
    flow = (ROOT / "README.md").read_text().partition("## How it flows")[2].partition("## How do I")[0]
    assert not [room for room in MAY_IMPORT if room not in (*WITHOUT_SAYING, *re.findall(r"\w+", flow))]


@pytest.mark.parametrize("path", [path for path in MODULES if "commands" in path.parts], ids=name_of)
def test_it_keeps_commands_thin(path):
    assert len({room_of(module) for module in own_imports(path)}) <= COMMAND_MAY_IMPORT


def test_it_imports_nothing_of_its_own_inside_a_function():
    nodes = [(path, node) for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]
    inner = [(name_of(path), module) for path, function in nodes for _, module in imports(function)]
    assert [(name, module) for name, module in inner if module.startswith("articles")] == []


def test_it_has_no_cycle_between_rooms():
    done: set[str] = set()

    def visit(room: str, above: tuple[str, ...]) -> None:
        assert room not in above, " -> ".join([*above, room])
        if room not in done:
            for other in MAY_IMPORT.get(room, "").split():
                visit(other.split(".")[0], (*above, room))
            done.add(room)

    for room in MAY_IMPORT:
        visit(room, ())


def test_it_keeps_reading_to_the_standard_library():
    for path in (ROOT / "articles" / "reading").rglob("*.py"):
        for _, module in imports(tree_of(path)):
            assert module.split(".")[0] in sys.stdlib_module_names | {"articles"}, (name_of(path), module)


LIBRARIES = [
    ("jieba", "words"),
    ("rjieba", "words"),
    ("opencc", "folding"),
    ("pypinyin", "search"),
    ("pypdf", "formats"),
]


@pytest.mark.parametrize("library, room", LIBRARIES)
def test_it_lets_one_room_know_a_library(library, room):
    for path in MODULES:
        if any(module.split(".")[0] == library for _, module in imports(tree_of(path))):
            assert room_of(name_of(path)) == room


def test_it_uses_no_signals():
    named = [(name_of(path), module) for path in MODULES for _, module in imports(tree_of(path))]
    assert [one for one in named if "signals" in one[1].split(".") or one[1] == "django.dispatch"] == []


def test_it_overrides_no_save():
    for path in MODULES:
        for model in (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)):
            names = {node.name for node in model.body if isinstance(node, ast.FunctionDef)}
            assert not names & {"save", "delete"}, (name_of(path), model.name)
