"""Indexes kept between runs: each is built in a process of its own, once for a size and a version of its code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.search.engines import ENGINES, Engine
from tests.benchmarks.search.versions import ROOT

FOLDER = ROOT / "var" / "bench"
DATA = FOLDER / "data"


@dataclass(frozen=True, slots=True)
class Built:
    """versions: what the index depends on; seconds: without making articles; memory: bytes before and at the peak."""

    versions: dict[str, str]
    seconds: float
    memory: tuple[int, int]


def folder_of(size: int) -> Path:
    return DATA / str(size)


def index_of(name: str, size: int) -> Path:
    """The folder of an engine's index."""
    return folder_of(size) / name / "index"


def opened(name: str, size: int) -> Engine:
    return ENGINES[name](index_of(name, size))


def built(name: str, size: int) -> Built:
    """The index of that engine and size, built if there is none of the present code's."""
    file = folder_of(size) / name / "built.json"
    versions = ENGINES[name].versions()
    if not file.exists() or json.loads(file.read_text())["versions"] != versions:
        shutil.rmtree(file.parent, ignore_errors=True)
        seconds, *memory = json.loads(in_a_process("build", name, size))
        file.write_text(json.dumps(asdict(Built(versions, seconds, tuple(memory)))))
    return Built(**json.loads(file.read_text()))


def in_a_process(*arguments: str | int, given: str = "", environment: Mapping[str, str] | None = None) -> str:
    """What the worker of that name prints (see worker.py) when given that; its progress is seen on the terminal."""
    command = [sys.executable, "-m", "tests.benchmarks.search", "worker", *map(str, arguments)]
    surroundings = os.environ | dict(environment or {})
    done = subprocess.run(
        command, check=True, input=given, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT, env=surroundings
    )
    return done.stdout
