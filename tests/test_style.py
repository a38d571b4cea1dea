"""Rules of style that a linter does not know."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
MODULES = sorted(path for folder in ("articles", "newsroom", "tests") for path in (ROOT / folder).rglob("*.py"))
SKIPPED_RE = re.compile(r"\.(?!ci$).*|var|seeds|pages|__pycache__")
TEXTS = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file() and path.name != ".git" and not any(map(SKIPPED_RE.fullmatch, path.relative_to(ROOT).parts[:-1]))
    if path.suffix in {".py", ".md", ".html", ".css", ".toml", ".txt", ".in", ".sh", ".svg", ""}
    if path.name != ".git"  # a file in a working tree beside the repository
)

INLINE_RE = re.compile(r"<style|\sstyle=|<script(?![^>]*application/ld\+json)|\son[a-z]+=|javascript:", re.I)
# A path of somebody's machine, in code or in words.
MACHINE_PATH_RE = re.compile(r"(?<![\w./$}*])/(?:home|root|work|opt|Users|mnt)/\w")
ADDRESS_RE = re.compile(r"https?://([^/\s\"'<>)（）。，、:`]+)")
KNOWN_HOSTS_RE = re.compile(
    r"…|testserver|localhost|127\.0\.0\.1|\[::1\]|(.*\.)?example(\.(org|com|net))?|\$\w+|\$\{\w+\}|\{.*|\$.*"
    r"|www\.w3\.org|schema\.org|graphml\.graphdrawing\.org|purl\.org|www\.openarchives\.org|www\.sitemaps\.org|a9\.com|creativecommons\.org"
    r"|jsonfeed\.org|keepachangelog\.com|semver\.org|docs\.djangoproject\.com|www\.unicode\.org"
)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_it_has_nothing_in_templates_that_the_policy_forbids(path):
    assert not INLINE_RE.search(path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_it_marks_nothing_as_safe(path):
    assert "|safe" not in path.read_text()
    assert "autoescape off" not in path.read_text()


@pytest.mark.parametrize("path", [path for path in MODULES if "migrations" not in path.parts], ids=relative)
def test_it_says_in_a_docstring_what_a_module_is_for(path):
    text = path.read_text()
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", [path for path in MODULES if "tests" not in path.parts], ids=relative)
def test_it_has_no_drawer_for_odds_and_ends(path):
    assert not {"utils", "helpers", "services", "misc", "common"} & set(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", TEXTS, ids=relative)
def test_it_names_no_machine_and_no_strange_host(path):
    text = path.read_text()
    assert not MACHINE_PATH_RE.search(text)
    assert not [host for host in ADDRESS_RE.findall(text) if not KNOWN_HOSTS_RE.fullmatch(host)]


@pytest.mark.parametrize("path", sorted(ROOT.rglob("requirements*.txt")), ids=relative)
def test_it_pins_every_package_with_hashes(path):
    if any(map(SKIPPED_RE.fullmatch, path.relative_to(ROOT).parts[:-1])):
        return
    entries = re.sub(r"\\\n\s*", " ", path.read_text()).splitlines()
    packages = [entry for entry in entries if re.match(r"[\w.\[\]-]+\s*==", entry)]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []
