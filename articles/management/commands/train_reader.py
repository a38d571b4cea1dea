"""`train_reader`: teaches the reader this archive's own pages."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from articles.loader import load_lock
from articles.management.endings import told_failures
from articles.training.own import Untrainable, train_own


class Command(BaseCommand):
    help = "用已知读法的版面（文件夹里的 NAME.txt 和 NAME.json）或编辑更正过的版面，训练本档案自己的权重表。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folders", nargs="*", type=Path, metavar="文件夹", help="NAME.txt 与其读法 NAME.json")
        parser.add_argument("--corrected", action="store_true", help="也学档案里更正过的版面，以更正后的读法为准")
        parser.add_argument("--name", default="own", metavar="名字", help="权重表的名字（默认 own），同名的替换")
        parser.add_argument("--share", type=float, default=1.0, metavar="比重", help="加上几成（默认 1，即全部）")
        parser.add_argument("--alone", action="store_true", help="不温习自带的例版：快些，但会忘掉别的版式")

    def handle(self, *args, folders, corrected, name, share, alone, **options):
        pages = Path(settings.BASE_DIR) / "tests" / "pages"
        rehearsal = pages if pages.is_dir() and not alone else None
        try:
            with told_failures(), load_lock():
                trained = train_own(folders, corrected=corrected, name=name, share=share, rehearsal=rehearsal)
        except Untrainable as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"学了 {trained.pages} 版 {trained.lines} 行：从前读错 {trained.before} 行，现在 {trained.after} 行。"
        )
        self.stdout.write(f"写了 {trained.path}。下一次 load_seeds 用它把各版重读；删去它，就回到原来的读法。")
