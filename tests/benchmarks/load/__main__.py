"""Sets Django up before anything of the site is imported, then runs the command."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.search.settings"
django.setup()

from tests.benchmarks.load.command import main  # noqa: E402

main(sys.argv[1:])
