"""Rules of style that a linter does not know."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
MODULES = sorted(path for folder in ("articles", "newsroom", "tests") for path in (ROOT / folder).rglob("*.py"))
SKIPPED_RE = re.compile(r"\.(?!ci$).*|var|seeds|pages|__pycache__")
TEXTS = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file() and path.name != ".git" and not any(map(SKIPPED_RE.fullmatch, path.relative_to(ROOT).parts[:-1]))
    if path.suffix in {".py", ".md", ".html", ".css", ".toml", ".txt", ".in", ".sh", ".svg", ""}
    if path.name != ".git"  # a file in a working tree beside the repository
)
PINNED = [path for path in TEXTS if path.match("requirements*.txt")]

INLINE_RE = re.compile(r"<style|\sstyle=|<script(?![^>]*application/ld\+json)|\son[a-z]+=|javascript:", re.I)
# A path of somebody's machine, in code or in words.
MACHINE_PATH_RE = re.compile(r"(?<![\w./$}*])/(?:home|root|work|opt|Users|mnt)/\w")
ADDRESS_RE = re.compile(r"https?://([^/\s\"'<>)（）。，、:`]+)")
KNOWN_HOSTS_RE = re.compile(
    r"…|testserver|localhost|127\.0\.0\.1|\[::1\]|(.*\.)?example(\.(org|com|net))?|\$\w+|\$\{\w+\}|\{.*|\$.*"
    r"|www\.w3\.org|schema\.org|graphml\.graphdrawing\.org|purl\.org|www\.openarchives\.org|www\.sitemaps\.org|a9\.com|creativecommons\.org"
    r"|jsonfeed\.org|keepachangelog\.com|semver\.org|docs\.djangoproject\.com|www\.unicode\.org"
)

DARK_RE = re.compile(r"@media[^{]*prefers-color-scheme: dark\)\s*\{[^{}]+\{([^{}]*)\}\s*\}")
COLOUR_RE = re.compile(r"--[\w-]+: #[0-9a-f]{3,6}|--tint: \d+%")


def told(paths: Iterable[Path]) -> list[str]:
    """One test for all files, not one for each: there are thousands."""
    return [str(path.relative_to(ROOT)) for path in paths]


def test_it_looks_at_all_there_is():
    assert len(TEMPLATES) > 50 and len(SHEETS) > 5 and len(MODULES) > 300 and len(TEXTS) > 500


def test_it_has_nothing_in_templates_that_the_policy_forbids():
    assert told(path for path in TEMPLATES if INLINE_RE.search(path.read_text())) == []


def test_it_marks_nothing_as_safe():
    assert told(path for path in TEMPLATES if re.search(r"\|safe|autoescape off", path.read_text())) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_it_changes_nothing_but_colours_in_the_dark(path):
    """So that the browser tests look for nothing else there: tests/browser/looking.py."""
    text = path.read_text()
    dark = "".join(found[1] for found in DARK_RE.finditer(text))
    assert text.count("prefers-color-scheme: dark") == len(DARK_RE.findall(text))
    assert [one for one in map(str.strip, dark.split(";")) if one and not COLOUR_RE.fullmatch(one)] == []
    assert text.count("var(--tint)") == len(re.findall(r"color-mix\([^;]*?var\(--tint\)", text))


def test_it_says_in_a_docstring_what_a_module_is_for():
    texts = ((path, path.read_text()) for path in MODULES if "migrations" not in path.parts)
    assert told(path for path, text in texts if text.strip() and not ast.get_docstring(ast.parse(text))) == []


def test_it_has_no_drawer_for_odds_and_ends():
    drawers = {"utils", "helpers", "services", "misc", "common"}
    modules = (path.relative_to(ROOT).with_suffix("") for path in MODULES if "tests" not in path.parts)
    assert [str(module) for module in modules if drawers & set(module.parts)] == []


def test_it_names_no_machine():
    assert told(path for path in TEXTS if MACHINE_PATH_RE.search(path.read_text())) == []


def test_it_names_no_strange_host():
    hosts = {(path, host) for path in TEXTS for host in ADDRESS_RE.findall(path.read_text())}
    assert [(path.name, host) for path, host in hosts if not KNOWN_HOSTS_RE.fullmatch(host)] == []


@pytest.mark.parametrize("path", PINNED, ids=lambda path: path.name)
def test_it_pins_every_package_with_hashes(path):
    entries = re.sub(r"\\\n\s*", " ", path.read_text()).splitlines()
    packages = [entry for entry in entries if re.match(r"[\w.\[\]-]+\s*==", entry)]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []
