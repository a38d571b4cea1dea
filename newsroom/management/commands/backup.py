"""`backup FILE`: the whole archive as one file, while it is served."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from newsroom import backups


class Command(BaseCommand):
    help = "把整个档案（含帐号和更正）存为一个文件；网站照常服务。"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="新文件的名字")

    def handle(self, *args, file, **options):
        try:
            backups.save(file)
        except backups.NoBackup as error:
            raise CommandError(f"没有备份：{error}") from error
        self.stdout.write(f"已备份到 {file}（{file.stat().st_size / 1_000_000:,.1f} MB）。")
