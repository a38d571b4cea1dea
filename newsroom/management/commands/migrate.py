"""`migrate`, which also creates the SQLite file, and has text sorted by code points on PostgreSQL as on SQLite.

The site itself must never create an empty archive.
"""

import os

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections

from articles.migrations._code_points import order_by_code_points
from newsroom.databases import file_uri


class Command(migrate.Command):
    def execute(self, *args, **options):
        """Creates the file before the system checks, which connect already."""
        if connections[options["database"]].settings_dict["NAME"] == file_uri(settings.ARCHIVE_FILE, "rw"):
            create_archive_file()
        return super().execute(*args, **options)

    def handle(self, *args, **options):
        """Then the text columns that the migrations have made since they were last put in order."""
        super().handle(*args, **options)
        with connections[options["database"]].schema_editor() as editor:
            order_by_code_points(None, editor)


def create_archive_file() -> None:
    settings.ARCHIVE_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.ARCHIVE_FILE.exists():
        os.close(os.open(settings.ARCHIVE_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
