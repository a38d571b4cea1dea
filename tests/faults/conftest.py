"""Archives of their own, in real files, with real loaders that can be killed."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from articles.search.coding import decode
from tests.marked import article, page, write

MANAGE = Path(__file__).with_name("manage.py")


def heed_ctrl_c() -> None:
    """A shell's background job ignores SIGINT, and so would what the tests start there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Archive:
    """A data folder and a seeds folder, and what is seen of them from outside."""

    def __init__(self, data: Path, seeds: Path):
        self.data, self.seeds = data, seeds
        self.file = data / "archive.sqlite3"

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """A command that runs on its own."""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return subprocess.Popen(
            [sys.executable, MANAGE, *arguments],
            env=inherited | {"ARCHIVE_DATA": str(self.data), "PYTHONUTF8": "1"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_ctrl_c,
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str]:
        """A command from start to end: its exit code, and all that it said."""
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out + err

    def load(self, **environment: str) -> tuple[int, str]:
        return self.run("load_seeds", str(self.seeds), **environment)

    def write(self, generation: int, pages: int = 4) -> None:
        """Seeds of which every article tells its generation."""
        for number in range(1, pages + 1):
            texts = [f"第{generation}代第{number}版第{place}篇正文,大桥通车。" for place in range(1, 4)]
            articles = [article(f"第{number}版第{place}篇", text=text) for place, text in enumerate(texts, 1)]
            write(self.seeds, f"p{number}", page(*articles, head=f"江州日报 2024-03-05 第{number}版"))

    def generations(self) -> set[str]:
        """What a reader sees, in one look: the generations of the articles; fails where rows and index disagree."""
        with closing(sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True, timeout=5)) as reader:
            reader.execute("BEGIN")
            openings = [opening for (opening,) in reader.execute("SELECT opening FROM articles_article")]
            indexed = [decode(body) for (body,) in reader.execute("SELECT body FROM search_text")]
            (loads,) = reader.execute("SELECT articles FROM articles_load ORDER BY id DESC LIMIT 1").fetchone() or (0,)
            (words,) = reader.execute("SELECT count(*) FROM search_fields").fetchone()
        assert len(openings) == len(indexed) == words == loads
        generations = {opening[: opening.index("代")] for opening in openings}
        assert all(any(generation in body for generation in generations) for body in indexed)
        return generations

    def copied(self, home: Path) -> "Archive":
        """The same in another folder; no process has it open."""
        for folder in (self.data, self.seeds):
            shutil.copytree(folder, home / folder.name, dirs_exist_ok=True)
        return Archive(home / self.data.name, home / self.seeds.name)

    def is_sound(self) -> bool:
        code, said = self.run("verify")
        assert code == 0, said
        return True


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> Path:
    """A data folder as a fresh installation has it."""
    data = tmp_path_factory.mktemp("empty")
    code, said = Archive(data, data).run("migrate", "--skip-checks", "-v0")
    assert code == 0, said
    return data


@pytest.fixture(scope="session")
def first(empty, tmp_path_factory) -> Archive:
    """An archive that holds the first generation; tests have copies of it."""
    home = tmp_path_factory.mktemp("first")
    shutil.copytree(empty, home / "data")
    made = Archive(home / "data", home / "seeds")
    made.write(1)
    code, said = made.load()
    assert code == 0, said
    return made


@pytest.fixture
def archive(first, tmp_path) -> Archive:
    """A fresh archive, loaded with the first generation."""
    return first.copied(tmp_path)
