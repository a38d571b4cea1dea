"""The migrations tell the whole story of the models, and `migrate` makes the archive's file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change_of_the_models():
    call_command("makemigrations", check=True, dry_run=True)


@pytest.mark.slow
def test_it_makes_an_archive_where_there_is_none(tmp_path):
    data = tmp_path / "data"
    command = [sys.executable, ROOT / "manage.py", "migrate", "-v0"]
    done = subprocess.run(command, env=os.environ | {"ARCHIVE_DATA": str(data)}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (data / "archive.sqlite3").stat().st_mode & 0o777 == 0o600
