"""Prints what is installed as CycloneDX 1.6: `pip inspect` with the hashes that the requirements pin; ./run sbom."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
SERVING = ("requirements.txt", "requirements-otp.txt")  # what the site runs with; the rest builds or tests it
PINNED = (*SERVING, "tools/build.txt", "tests/requirements.txt", "tests/benchmarks/requirements.txt")
_PIN_RE = re.compile(r"^([\w.-]+)(?:\[[^]]*\])?==([\w.+!-]+)((?:.*\\\n)*.*)", re.MULTILINE)

Pins = dict[tuple[str, str], list[str]]


def main() -> None:
    print(json.dumps(bill(), ensure_ascii=False, indent=2))


def bill() -> dict:
    """The bill of materials of the environment that runs this."""
    inspect = [sys.executable, "-m", "pip", "--disable-pip-version-check", "inspect", "--local"]
    told = json.loads(subprocess.run(inspect, check=True, capture_output=True).stdout)
    serving, pinned = pins(*SERVING), pins(*PINNED)
    names = sorted((one["metadata"]["name"], one["metadata"]["version"]) for one in told["installed"])
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": datetime.now(UTC).isoformat(timespec="seconds"), "component": _archive()},
        "components": [component(name, version, serving, pinned) for name, version in names],
    }


def component(name: str, version: str, serving: Pins, pinned: Pins) -> dict:
    """One package; its hashes are those of the files, one of which pip took. Scope: whether the site runs with it."""
    normal = normalized(name)
    told = {"type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{normal}@{version}"}
    told |= {"bom-ref": told["purl"], "scope": "required" if (normal, version) in serving else "excluded"}
    hashes = [{"alg": "SHA-256", "content": one} for one in pinned.get((normal, version), ())]
    files = {"type": "distribution", "url": told["purl"], "hashes": hashes}
    return told | {"licenses": list(_licences(name))} | ({"externalReferences": [files]} if hashes else {})


def pins(*files: str) -> Pins:
    """{(normal name, version): SHA-256 of its files}, as pip-compile writes them."""
    texts = ((ROOT / file).read_text() for file in files if (ROOT / file).exists())
    found = (match for text in texts for match in _PIN_RE.finditer(text))
    return {(normalized(one[1]), one[2]): re.findall(r"sha256:(\w+)", one[3]) for one in found}


def normalized(name: str) -> str:
    """As PyPI compares names (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licences(name: str) -> Iterator[dict]:
    """The SPDX expression, else what the classifiers say, else the first line of what was written freely."""
    told = metadata(name)
    if told["License-Expression"]:
        yield {"expression": told["License-Expression"]}
        return
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    for licence in classified or (told["License"] or "").strip().splitlines()[:1]:
        yield {"license": {"name": licence}}


def _archive() -> dict:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {"type": "application", "name": project["name"], "version": project["version"]}


if __name__ == "__main__":
    main()
