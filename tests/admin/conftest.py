"""An archive with one marked article, and an editor at the desk."""

import pytest
from django.contrib.auth.models import Group, User

from articles import loader
from articles.models import Article
from tests.loading import load_article
from tests.marked import article, read_marked

PASSWORD = "a long pass phrase 1"


@pytest.fixture(autouse=True)
def marked(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(loader, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"


@pytest.fixture
def target(tmp_path) -> Article:
    return load_article(tmp_path / "seeds", article(extra="图 桥面。\n摄 拍友 吴小宇 摄"))


@pytest.fixture
def editor(client):
    user = User.objects.create_user("王编", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="编辑"))
    client.force_login(user)
    return client
