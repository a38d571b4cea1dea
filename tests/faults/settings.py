"""The site's settings for tests that serve it, and one page more that takes its time."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.faults.urls"
