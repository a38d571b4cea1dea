"""The site's settings for the benchmark: its own data folder, and one page more that is only a template."""

import os

os.environ.setdefault("ARCHIVE_DATA", "var/bench/data/settings")

from newsroom.settings import *  # noqa: E402, F403

ROOT_URLCONF = "tests.benchmarks.search.urls"

if os.environ.get("BENCH_KEEPS") == "0":  # every page is rendered
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
