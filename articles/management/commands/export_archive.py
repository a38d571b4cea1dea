"""`export_archive`: the whole archive as a folder to keep, to publish, to compute with."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from articles.bag import NotEmpty, Progress, export
from articles.management.endings import told_failures

WORDS = {"pages": "版", "articles": "篇", "people": "人", "corrections": "条更正"}


class Command(BaseCommand):
    help = "把整个档案导出为一个文件夹：JSON Lines、CSV、SQLite、说明与校验（BagIt）。档案相同，导出的每个字节都相同。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="文件夹", help="还没有的，或空的")

    def handle(self, *args, folder, **options):
        with told_failures(), progress() as told:
            try:
                counts = export(folder.absolute(), told)
            except NotEmpty as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"导出 {'，'.join(f'{counts[name]} {word}' for name, word in WORDS.items())}，到 {folder}。")


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on a terminal, nothing in a log."""
    with tqdm(desc="导出", unit="条", disable=not sys.stderr.isatty(), leave=False) as bar:
        yield lambda count, name: bar.update(count)
