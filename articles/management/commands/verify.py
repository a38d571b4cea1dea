"""`verify`: is the archive whole?"""

from django.core.management import BaseCommand, CommandError

from articles.management.endings import told_failures
from articles.verification import findings, loose_ends


class Command(BaseCommand):
    help = "核对档案：文字不缺不重、索引与文章相合、更正都已套用、没有断开的关联；只读不写。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--links", action="store_true", help="并列出没有接上的上接、下转")

    def handle(self, *args, links, **options):
        found = 0
        with told_failures():
            for finding in findings():
                found += 1
                self.stderr.write(self.style.ERROR(str(finding)))
            for end in loose_ends() if links else ():
                self.stdout.write(end)
        if found:
            raise CommandError(f"有 {found} 处问题", returncode=1)
        self.stdout.write("档案完好。")
