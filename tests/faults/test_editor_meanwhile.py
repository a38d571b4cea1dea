"""An editor saves while a loader runs: the correction is neither refused nor lost, and the load completes."""

import os
import signal
import sqlite3
import subprocess
from contextlib import closing

import pytest

pytestmark = pytest.mark.slow
CORRECT = """
from articles import loader
from articles.models import Article
target = Article.objects.get(page__key="p1", position=1)
loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
"""


def corrected(archive) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(archive.file)) as reader:
        return reader.execute('SELECT headline, "column" FROM articles_article WHERE "column" <> \'\'').fetchall()


def stopped_load(archive, point: str):
    loading = archive.start("load_seeds", str(archive.seeds), "--again", LOADER_DIE_AT=f"{point}:SIGSTOP")
    os.waitpid(loading.pid, os.WUNTRACED)
    return loading


def go_on(loading) -> None:
    loading.send_signal(signal.SIGCONT)
    loading.communicate(timeout=30)
    assert loading.returncode == 0


def test_it_saves_at_once_while_pages_are_read(archive):
    loading = stopped_load(archive, "parse")
    code, said = archive.run("shell", "-v0", "-c", CORRECT)
    assert code == 0, said
    assert corrected(archive) == [("第1版第1篇", "江州观察")]
    go_on(loading)
    assert corrected(archive) == [("第1版第1篇", "江州观察")]
    assert archive.is_sound()


def test_it_waits_while_pages_are_written(archive):
    loading = stopped_load(archive, "before_commit")
    saving = archive.start("shell", "-v0", "-c", CORRECT)
    with pytest.raises(subprocess.TimeoutExpired):
        saving.wait(timeout=4)
    assert corrected(archive) == []
    go_on(loading)
    saving.communicate(timeout=30)
    assert saving.returncode == 0
    assert corrected(archive) == [("第1版第1篇", "江州观察")]
    assert archive.is_sound()
