"""`export_corrections`: the journal as a file that outlives the database."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from articles.corrections.journal import FILE_NAME, export_lines
from articles.management.endings import told_failures


class Command(BaseCommand):
    help = "把更正导出为 JSON Lines（默认 seeds/corrections.jsonl）；写 - 则输出到屏幕。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "path", nargs="?", default=str(Path(settings.BASE_DIR) / "seeds" / FILE_NAME), metavar="文件"
        )

    def handle(self, *args, path, **options):
        with told_failures():
            lines = list(export_lines())
        if path == "-":
            self.stdout.write("".join(lines), ending="")
            return
        try:
            write_whole(Path(path), "".join(lines))
        except OSError as error:
            raise CommandError(f"写不了 {path}：{error.strerror or error}；原来的文件没有动") from error
        self.stdout.write(f"导出 {len(lines)} 条到 {path}。")


def write_whole(path: Path, text: str) -> None:
    """Puts the file in its place in one step: a crash leaves the old one."""
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
