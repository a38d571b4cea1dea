"""`read_page`: shows how pages are read, without the archive."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from articles.management.endings import told_failures
from articles.outline import Unreadable, show


class Command(BaseCommand):
    help = "读版面文件，显示读出的结构；不碰数据库。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="文件")
        parser.add_argument("--json", action="store_true", help="输出 JSON；几个文件时一行一个")
        parser.add_argument("--out", type=Path, metavar="文件夹", help="每个文件写成 文件夹/名字.json（或 .txt）")

    def handle(self, *args, files, out, **options):
        with told_failures():
            failed = self.show(files, out, **options)
        if failed:
            raise CommandError(f"{failed} 个文件未能读取", returncode=1)

    def show(self, files: list[Path], out: Path | None, **options) -> int:
        """Shows or writes the readings; returns how many files could not be read."""
        failed = 0
        indent = 2 if out or len(files) == 1 else None
        for file in files:
            try:
                text = show(file, as_json=options["json"], indent=indent)
                self.put(file, text, out, as_json=options["json"], several=len(files) > 1)
            except (Unreadable, OSError) as error:
                failed += 1
                self.stderr.write(self.style.ERROR(complaint(file, error)))
        return failed

    def put(self, file: Path, text: str, out: Path | None, *, as_json: bool, several: bool) -> None:
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{file.stem}.{'json' if as_json else 'txt'}").write_text(text + "\n", "utf-8")
        else:
            heading = f"—— {file} ——\n" if several and not as_json else ""
            self.stdout.write(heading + text)


def complaint(file: Path, error: Unreadable | OSError) -> str:
    if isinstance(error, Unreadable):
        return f"{file}:{error.line or 1}: {error.message}"
    return f"{file}:1: {error.strerror or error}"
