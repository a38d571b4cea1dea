"""`prepare`: brings database, static files and archive up to date; quick when they are."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor

from newsroom.databases import file_uri


class Command(BaseCommand):
    help = "建库、设好权限组、收集静态文件、装载 seeds/，凡已是最新的都跳过。"
    requires_system_checks = []

    def handle(self, *args, **options):
        settings.ARCHIVE_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.migrate(options["verbosity"])
        call_command("roles", stdout=self.stdout)
        self.collect_static()
        self.load()

    def migrate(self, verbosity: int) -> None:
        if is_migrated():
            return
        self.stdout.write("建立数据库……")
        try:
            call_command("migrate", verbosity=max(0, verbosity - 1), interactive=False)
        except MigrationSchemaMissing as error:
            raise CommandError(f"建不了表：数据库要归 DATABASE_URL 里的用户所有。（{error}）") from error

    def collect_static(self) -> None:
        stamp = settings.ARCHIVE_DATA / "static.stamp"
        digest = static_digest()
        if stamp.exists() and stamp.read_text() == digest:
            return
        self.stdout.write("收集静态文件……")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(digest)

    def load(self) -> None:
        """Pages that cannot be read are named by the loader; the rest are there to be served."""
        try:
            call_command("load_seeds")
        except CommandError as error:
            self.stderr.write(self.style.WARNING(f"装载不全：{error}"))
        except SystemExit as error:
            if error.code:
                self.stderr.write(self.style.WARNING("装载不全，见上。"))


def is_migrated() -> bool:
    if connection.settings_dict["NAME"] == file_uri(settings.ARCHIVE_FILE, "rw") and not settings.ARCHIVE_FILE.exists():
        return False
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise CommandError(f"打不开数据库：{error}") from error
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def static_digest() -> str:
    """Of the names, sizes and times of the files as they lie in the sources, and of how they are stored."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode())
    return digest.hexdigest()
