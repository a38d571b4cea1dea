"""An archive with one marked article, and an editor at the desk."""

import pytest
from django.contrib.auth.models import Group, User

from articles.models import Article
from tests.loading import load_article
from tests.marked import article

PASSWORD = "a long pass phrase 1"


@pytest.fixture(autouse=True)
def _marked(marked) -> None: ...


@pytest.fixture
def target(seeds) -> Article:
    return load_article(seeds, article(extra="图 桥面。\n摄 拍友 吴小宇 摄"))


@pytest.fixture
def editor(client):
    return at_the_desk(client, "王编", "编辑")


@pytest.fixture
def chief(client):
    return at_the_desk(client, "李编", "主编")


def at_the_desk(client, name: str, *groups: str):
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return client
