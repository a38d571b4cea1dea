"""Sets Django up before anything of the site is imported, then runs the command or a worker of it."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.search.settings"
django.setup()

from tests.benchmarks.search.command import main  # noqa: E402
from tests.benchmarks.search.worker import work  # noqa: E402

if sys.argv[1:2] == ["worker"]:
    print(work(sys.argv[2], sys.argv[3], int(sys.argv[4])))
else:
    main(sys.argv[1:])
