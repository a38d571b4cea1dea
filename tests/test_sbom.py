"""The bill of materials: all that is installed, in the version that runs, with the hashes that are pinned."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tools import sbom

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def bill() -> dict:
    """As `./run sbom` prints it."""
    command = [sys.executable, "tools/sbom.py"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def test_it_is_cyclonedx(bill):
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(references) == len(set(references))


def test_it_tells_licence_and_hashes_of_what_the_site_runs_with(bill):
    pinned = sbom.pins("requirements.txt")
    run_with = [one for one in bill["components"] if one["scope"] == "required"]
    assert {"Django", "gunicorn", "psycopg"} <= {one["name"] for one in run_with}
    for one in run_with:
        (files,) = one["externalReferences"]
        assert one["version"] == version(one["name"])
        assert one["licenses"] and files["hashes"], one["name"]
    (django,) = (one for one in run_with if one["name"] == "Django")
    hashes = [each["content"] for each in django["externalReferences"][0]["hashes"]]
    assert hashes == pinned["django", version("Django")]


def test_it_reads_pins_as_pip_compile_writes_them(tmp_path, monkeypatch):
    monkeypatch.setattr(sbom, "ROOT", tmp_path)
    lines = ("a.b[c]==1.0 ; python_version < '4' \\", "    --hash=sha256:aa \\", "    --hash=sha256:bb", "    # via x")
    (tmp_path / "pins.txt").write_text("\n".join((*lines, "# d==2", "e_f==2.0.post1 \\", "    --hash=sha256:cc", "")))
    assert sbom.pins("pins.txt", "missing.txt") == {("a-b", "1.0"): ["aa", "bb"], ("e-f", "2.0.post1"): ["cc"]}
