"""The public headers, scored as Mozilla's HTTP Observatory scores them (its published table of modifiers)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import django; django.setup()
from django.test import Client
answer = Client(SERVER_NAME="localhost").get("/nothing/", secure=True)
plain = Client(SERVER_NAME="localhost").get("/nothing/")
print(plain.status_code, plain.get("Location", ""))
for name, value in answer.headers.items():
    print(f"{name}: {value}")
"""


@pytest.fixture(scope="module")
def answered(tmp_path_factory) -> tuple[str, dict[str, str]]:
    """(status and target over plain HTTP, headers over HTTPS) of a site that is run with HTTPS=1."""
    given = {"HTTPS": "1", "ARCHIVE_DATA": str(tmp_path_factory.mktemp("data"))}
    environment = os.environ | given | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    plain, *lines = done.stdout.splitlines()
    return plain, dict(line.split(": ", 1) for line in lines)


def score(plain: str, headers: dict[str, str]) -> int:
    """100, what is missing taken off, what is more than asked added."""
    policy = {part.split()[0]: part.split()[1:] for part in headers.get("Content-Security-Policy", "x").split("; ")}
    everything = [source for sources in policy.values() for source in sources]
    modifiers = {
        "policy": 10 if policy.get("default-src") == ["'none'"] and "'unsafe-inline'" not in everything else -25,
        "cookies": 0 if "Set-Cookie" not in headers else -20,
        "resource policy": 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0,
        "redirection": 0 if plain.startswith("301 https://localhost/") else -20,
        "referrer": 5 if headers.get("Referrer-Policy") in ("same-origin", "no-referrer") else 0,
        "transport": 0 if int(headers.get("Strict-Transport-Security", "=0").split("=")[1].split(";")[0]) else -20,
        "types": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "frames": 5 if policy.get("frame-ancestors") == ["'none'"] else -20,
    }
    return 100 + sum(modifiers.values())


def test_it_scores_as_high_as_can_be_without_preloading(answered):
    plain, headers = answered
    assert score(plain, headers) == 130


@pytest.mark.parametrize("header", ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options"])
def test_it_would_score_less_without_a_header(answered, header):
    plain, headers = answered
    assert score(plain, {name: value for name, value in headers.items() if name != header}) < 130
