"""The lists of promises in docs/ name tests that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REFERENCE_RE = re.compile(r"`([\w/]+\.py)::(\w+)`")
LISTS = {"faults.md": 29, "security.md": 42}


@pytest.mark.parametrize(("name", "rows"), LISTS.items())
def test_it_holds_each_promise_by_a_test(name, rows):
    lines = [line for line in (ROOT / "docs" / name).read_text().splitlines() if re.match(r"\| [FS]\d+ \|", line)]
    assert len(lines) == rows
    assert all(REFERENCE_RE.search(line) for line in lines)
    references = [reference for line in lines for reference in REFERENCE_RE.findall(line)]
    assert [(file, test) for file, test in references if test not in names_in(ROOT / "tests" / file)] == []


def names_in(file: Path) -> set[str]:
    """Names without their `test_it_`."""
    functions = (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.FunctionDef))
    return {function.name.removeprefix("test_it_") for function in functions if function.name.startswith("test_it_")}
