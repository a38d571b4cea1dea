"""People told beside the results of a search."""

import pytest

from articles.views.results import signing
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_it_tells_those_of_a_name_or_a_key_once_the_busiest_first():
    make_person("阮文", articles=2)
    make_person("程野", articles=5, key="程野（摄影）", note="摄影")
    make_person("程野", articles=2)
    make_person("柳知和", articles=9)
    told = signing(["程野", "阮文"], ["程野", "阮文"])
    assert [(str(one), one.articles) for one in told] == [("程野（摄影）", 5), ("程野", 2), ("阮文", 2)]


def test_it_tells_nobody_who_signed_nothing():
    make_person("阮文")
    assert signing(["阮文"], []) == signing([], ["阮文"]) == signing([], []) == []
