"""An empty archive with an editor's account, and a browser beside the live server of the tests."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, sync_playwright

from articles import search
from tests.browser.admin.desk import NAME, PASSWORD


@pytest.fixture
def account(settings, tmp_path) -> User:
    settings.ARCHIVE_DATA = tmp_path / "data"
    search.rebuild([])
    return User.objects.create_superuser(NAME, password=PASSWORD)


@pytest.fixture
def browser(chromium, monkeypatch) -> Iterator[Browser]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
