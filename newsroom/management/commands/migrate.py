"""`migrate`, which also creates the SQLite file: the site itself must never create an empty archive."""

import os

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections


class Command(migrate.Command):
    def execute(self, *args, **options):
        """Creates the file before the system checks, which connect already."""
        if connections[options["database"]].settings_dict["NAME"] == settings.ARCHIVE_URI:
            create_archive_file()
        return super().execute(*args, **options)


def create_archive_file() -> None:
    settings.ARCHIVE_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.ARCHIVE_FILE.exists():
        os.close(os.open(settings.ARCHIVE_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
