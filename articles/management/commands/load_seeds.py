"""`load_seeds`: brings the archive in step with the seed files; running it twice changes nothing."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from articles.loader import load
from articles.management.endings import told_failures


class Command(BaseCommand):
    help = "装载版面文件（默认是 seeds/），一次装载一个事务；再装一次不会有变动。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", type=Path, metavar="路径", help="版面文件或文件夹")
        parser.add_argument("--check", action="store_true", help="只检查，说明会有什么变动，什么也不写")
        parser.add_argument("--prune", action="store_true", help="删去文件已不在的版面（默认保留）")
        parser.add_argument("--again", action="store_true", help="没有变动的版面也重读重写")

    def handle(self, *args, paths, check, prune, again, **options):
        paths = paths or [Path(settings.BASE_DIR) / "seeds"]
        with told_failures():
            report = load(paths, progress=progress, check=check, prune=prune, again=again)
        for problem in report.warnings:
            self.stderr.write(self.style.WARNING(f"{problem}（提醒）"))
        for problem in report.failed:
            self.stderr.write(self.style.ERROR(str(problem)))
        for line in report.lines(check=check):
            self.stdout.write(line)
        if report.failed:
            raise CommandError(f"有 {len(report.failed)} 处未能读取，其余照常", returncode=1)


def progress(seeds):
    """A bar on a terminal, nothing in a log."""
    return tqdm(seeds, desc="读版", unit="版", disable=not sys.stderr.isatty(), leave=False)
