"""`import_corrections`: takes a journal file in; entries already known change nothing."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from articles.corrections.journal import FILE_NAME
from articles.loader import import_corrections
from articles.management.endings import told_failures


class Command(BaseCommand):
    help = "收入更正文件（默认 seeds/corrections.jsonl），已有的不再收；原值对不上的保留为“未能套用”。"
    requires_system_checks = []

    def add_arguments(self, parser):
        default = Path(settings.BASE_DIR) / "seeds" / FILE_NAME
        parser.add_argument("path", nargs="?", type=Path, default=default, metavar="文件")

    def handle(self, *args, path, **options):
        with told_failures():
            report = import_corrections(path)
        for problem in report.failed:
            self.stderr.write(self.style.ERROR(str(problem)))
        for line in report.lines():
            self.stdout.write(line)
        if report.failed:
            raise CommandError(f"有 {len(report.failed)} 条未能读取，其余照常", returncode=1)
