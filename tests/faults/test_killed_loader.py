"""A loader that dies, however and wherever: the archive is the old one or the new one, and the next load completes."""

import os
import random
import signal
import time

import pytest

pytestmark = pytest.mark.slow
BEFORE_COMMIT = ("parse", "apply", "index", "before_commit")
KILLS = int(os.environ.get("KILLS", "6"))


@pytest.mark.parametrize("point", BEFORE_COMMIT)
def test_it_leaves_the_old_archive_when_killed_before_the_commit(archive, point):
    archive.write(2)
    code, _ = archive.load(LOADER_DIE_AT=point)
    assert code == -signal.SIGKILL
    assert archive.generations() == {"第1"}
    code, said = archive.load()
    assert code == 0, said
    assert archive.generations() == {"第2"}
    assert archive.is_sound()


def test_it_leaves_the_new_archive_when_killed_after_the_commit(archive):
    archive.write(2)
    assert archive.load(LOADER_DIE_AT="after_commit")[0] == -signal.SIGKILL
    assert archive.generations() == {"第2"}
    code, said = archive.load()
    assert code == 0
    assert "没有变动" in said
    assert archive.is_sound()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_it_rolls_back_and_says_so_when_told_to_stop(archive, number, code):
    archive.write(2)
    process = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="apply:SIGSTOP")
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert "撤销" in err
    assert archive.generations() == {"第1"}
    assert archive.load()[0] == 0
    assert archive.generations() == {"第2"}


def test_it_shows_a_reader_one_generation_whenever_the_loader_dies(archive):
    """The loader is killed at random times while a reader looks without rest."""
    chance = random.Random(7)
    looks = killed = 0
    for generation in range(2, KILLS + 2):
        archive.write(generation, pages=12)
        process = archive.start("load_seeds", str(archive.seeds))
        end = time.monotonic() + chance.uniform(0.3, 1.6)
        while time.monotonic() < end and process.poll() is None:
            assert len(archive.generations()) == 1
            looks += 1
        process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        assert len(archive.generations()) == 1
    assert looks > KILLS
    assert killed
    assert archive.load()[0] == 0
    assert archive.generations() == {f"第{KILLS + 1}"}
    assert archive.is_sound()


def test_it_lets_one_loader_run_at_a_time(archive):
    archive.write(2)
    first = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="before_commit:SIGSTOP")
    os.waitpid(first.pid, os.WUNTRACED)
    began = time.monotonic()
    code, said = archive.load()
    assert code == 75
    assert "另一个装载正在进行" in said
    assert time.monotonic() - began < 10
    assert archive.generations() == {"第1"}
    first.send_signal(signal.SIGCONT)
    first.communicate(timeout=30)
    assert first.returncode == 0
    assert archive.generations() == {"第2"}
