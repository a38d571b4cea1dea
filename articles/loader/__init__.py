"""The only writer of articles: loads seeds, applies corrections, keeps rows and index in step, in one transaction."""

from articles.loader.editing import check, confirm, correct, correct_all, decide, reload_page, withdraw
from articles.loader.loading import import_corrections, load, rebuild_index
from articles.loader.lock import Busy, load_lock, one_writer
from articles.loader.numbers import DayFull

__all__ = [
    "Busy",
    "DayFull",
    "check",
    "confirm",
    "correct",
    "correct_all",
    "decide",
    "import_corrections",
    "load",
    "load_lock",
    "one_writer",
    "rebuild_index",
    "reload_page",
    "withdraw",
]
