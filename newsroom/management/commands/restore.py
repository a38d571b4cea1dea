"""`restore FILE`: the archive as it was when `backup` wrote the file."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from articles.loader import Busy
from articles.management.endings import BUSY
from newsroom import backups


class Command(BaseCommand):
    help = "把档案恢复成备份时的样子；现有的档案先另存一份。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="`backup` 写的文件")

    def handle(self, *args, file, **options):
        try:
            before = backups.restore(file)
        except Busy as error:
            raise CommandError(str(error), returncode=BUSY) from error
        except backups.NoBackup as error:
            raise CommandError(f"没有恢复：{error}") from error
        self.stdout.write(f"已恢复 {file}。" + (f"原来的档案另存在 {before}。" if before else ""))
