"""Addresses that are remembered."""

from django.urls import get_script_prefix, reverse, set_script_prefix

from articles.addresses import address


def test_it_gives_what_reverse_gives():
    for name, key in (("article", "a1"), ("person", "徐坊（摄影）"), ("person", "甲/乙 丙?"), ("page", "2024-01-09_1")):
        assert address(name, key) == address(name, key) == reverse(name, args=[key])
    assert address("search") == reverse("search")
    assert address("feed_person", "徐坊", "atom") == reverse("feed_person", args=["徐坊", "atom"])


def test_it_follows_the_place_where_the_site_is_served():
    before = get_script_prefix()
    assert address("article", "a1") == "/articles/a1/"
    try:
        set_script_prefix("/archive/")
        assert address("article", "a1") == "/archive/articles/a1/"
    finally:
        set_script_prefix(before)
