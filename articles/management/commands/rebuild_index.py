"""`rebuild_index`: makes the search index anew from the rows."""

from django.core.management import BaseCommand

from articles.loader import rebuild_index
from articles.management.endings import told_failures


class Command(BaseCommand):
    help = "由档案重建检索索引，在一个事务里；重建期间读者仍用旧的。"
    requires_system_checks = []

    def handle(self, *args, **options):
        with told_failures():
            count = rebuild_index()
        self.stdout.write(f"检索索引已重建，共 {count} 篇。")
