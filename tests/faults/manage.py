"""manage.py of the tests of faults: the archive's commands with the reader for marked pages."""

import gc
import os
import resource
import signal
import sys
from pathlib import Path

import django
from django.core.management import execute_from_command_line

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
gc.disable()  # commands of a second, hundreds of them: looking for what can be thrown away took a third of each
django.setup()

from articles import readers  # noqa: E402
from tests.marked import read_marked  # noqa: E402

readers.read_page = read_marked
if limit := os.environ.get("FILE_LIMIT"):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # too large a file is an error then, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
execute_from_command_line(sys.argv)
