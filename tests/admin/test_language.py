"""The desk speaks Chinese, to screen readers too."""

import json
import re

import html5lib
import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles.models import Load

pytestmark = pytest.mark.django_db
SAID = ("title", "alt", "aria-label", "placeholder")


def english(client, path: str) -> list[str]:
    """Words of two or more Latin letters on the page, and in what it says of its parts."""
    root = html5lib.parse(client.get(path).content.decode(), namespaceHTMLElements=False)
    parts = [one for one in root.find("body").iter() if one.tag not in ("script", "style") and isinstance(one.tag, str)]
    said = [text or "" for one in parts for text in (one.text, one.tail, *(one.get(name) for name in SAID))]
    return [word for text in said for word in re.findall(r"[A-Za-z]{2,}", text)]


LISTS = ("articles_review_changelist", "articles_page_changelist", "auth_user_changelist")


@pytest.mark.parametrize("name", ["index", *LISTS, "auth_user_add", "auth_group_add", "password_change"])
def test_it_says_nothing_in_english(admin_client, target, name):
    assert set(english(admin_client, reverse(f"admin:{name}"))) <= {"admin", "LDAP", "p1", "Control", "Mac", "Command"}


def test_it_says_nothing_in_english_of_an_account_or_a_group(admin_client, editor, target):
    user, group = User.objects.get(username="王编"), Group.objects.get(name="编辑")
    pages = (("user_change", user), ("user_password_change", user), ("group_change", group))
    for name, one in pages:
        words = english(admin_client, reverse(f"admin:auth_{name}", args=[one.pk]))
        words = [word for word in words if word not in user.password]  # of whose scheme and digest a few letters show
        assert set(words) <= {"admin", "LDAP", "Control", "Mac", "Command"}, name


def test_it_names_rights_by_what_they_allow(admin_client, target):
    shown = admin_client.get(reverse("admin:auth_group_add")).text
    assert "文存 | 文章 | 查看</option>" in shown and "认证和授权 | 用户 | 新建</option>" in shown
    assert "文存 | 更正 | 查看</option>" in shown and "Can " not in shown


def test_it_says_yes_and_no_to_screen_readers(admin_client):
    shown = admin_client.get(reverse("admin:auth_user_changelist")).text
    assert 'alt="是"' in shown and 'alt="True"' not in shown


def test_its_scripts_speak_chinese(admin_client):
    shown = admin_client.get(reverse("admin:jsi18n")).text
    assert json.dumps("选上所选%s") in shown


def test_it_shows_of_a_load_what_an_editor_can_read(admin_client, target):
    load = Load.objects.first()
    words = english(admin_client, reverse("admin:articles_load_change", args=[load.pk]))
    assert set(words) <= {"admin", *re.findall("[A-Za-z]{2,}", load.reader)}
