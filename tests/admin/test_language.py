"""The desk speaks Chinese, to screen readers too."""

import re

import html5lib
import pytest
from django.urls import reverse

from articles.models import Load

pytestmark = pytest.mark.django_db
SAID = ("title", "aria-label", "placeholder")


def english(client, path: str) -> list[str]:
    """Words of two or more Latin letters on the page, and in what it says of its parts."""
    root = html5lib.parse(client.get(path).content.decode(), namespaceHTMLElements=False)
    parts = [one for one in root.find("body").iter() if one.tag not in ("script", "style") and isinstance(one.tag, str)]
    said = [text or "" for one in parts for text in (one.text, one.tail, *(one.get(name) for name in SAID))]
    return [word for text in said for word in re.findall(r"[A-Za-z]{2,}", text)]


@pytest.mark.parametrize("name", ["index", "articles_review_changelist", "articles_page_changelist", "auth_user_add"])
def test_it_says_nothing_in_english(admin_client, target, name):
    assert set(english(admin_client, reverse(f"admin:{name}"))) <= {"admin", "LDAP", "p1"}


def test_it_shows_of_a_load_what_an_editor_can_read(admin_client, target):
    load = Load.objects.first()
    words = english(admin_client, reverse("admin:articles_load_change", args=[load.pk]))
    assert set(words) <= {"admin", *re.findall("[A-Za-z]{2,}", load.reader)}
