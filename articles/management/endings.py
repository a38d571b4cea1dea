"""How a command ends that could not do its work: a message and an exit code instead of a traceback."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import CommandError
from django.db import DatabaseError

from articles.loader import Busy, DayFull
from articles.reading import BadTable

# As sysexits.h and the shells have it: try again later; ended by Ctrl-C; ended by SIGTERM.
BUSY, INTERRUPTED, TERMINATED = 75, 130, 143
UNTOUCHED = "已中断：没有完成的改动都已撤销，档案仍是完整的一份"
REMEDY = "若数据库还没建立，请先运行 ./run prepare；若已损坏，移开它再运行 ./run prepare，从 seeds/ 重建"


class Terminated(BaseException):
    """SIGTERM, as an exception, so that the transaction rolls back."""


@contextmanager
def told_failures() -> Iterator[None]:
    """Turns what can stop a command into a CommandError: a busy loader, signals, the database, the disk."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except Busy as error:
        raise CommandError(str(error), returncode=BUSY) from error
    except BadTable as error:
        raise CommandError(error.message) from error
    except DayFull as error:
        raise CommandError(f"没有写入：{error}。档案仍是原来的样子") from error
    except KeyboardInterrupt as error:
        raise CommandError(UNTOUCHED, returncode=INTERRUPTED) from error
    except Terminated as error:
        raise CommandError(UNTOUCHED, returncode=TERMINATED) from error
    except (DatabaseError, OSError) as error:
        raise CommandError(f"没有写入：{error}。档案仍是原来的样子；{REMEDY}") from error
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(number: int, frame: object) -> None:
    raise Terminated
