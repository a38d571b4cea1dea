"""An empty archive with an editor's account, and a browser beside the live server of the tests."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser

from articles import search
from articles.models import Article
from tests.browser.admin.desk import NAME, PASSWORD
from tests.loading import load_article
from tests.marked import article

TEXT = article(extra="文 通车仪式上,数百名居民走上桥面。\n图 桥面上人来人往。\n摄 拍友 吴小宇 摄")


@pytest.fixture
def account(settings, tmp_path) -> User:
    settings.ARCHIVE_DATA = tmp_path / "data"
    search.rebuild([])
    return User.objects.create_superuser(NAME, password=PASSWORD)


@pytest.fixture
def target(marked, account, seeds) -> Article:
    return load_article(seeds, TEXT)


@pytest.fixture
def browser(browser) -> Iterator[Browser]:
    """What a test has opened is closed before its rows and its server are gone."""
    before = set(browser.contexts)
    yield browser
    for context in set(browser.contexts) - before:
        context.close()
