"""Lists in parts: nothing twice, nothing missing, whatever is loaded meanwhile."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.oai import tokens
from tests.factories import make_page
from tests.oai.asking import after, ask, changed_article, gone_article, records

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    monkeypatch.setattr("articles.oai.listing.SIZES", {"ListRecords": 3, "ListIdentifiers": 4})


@pytest.fixture
def ten():
    """Seven articles, five of one moment, and three tombstones."""
    page = make_page()
    for number in range(7):
        changed_article(max(0, number - 4), page, key=f"a{number}", position=number)
    for number in range(3):
        gone_article(f"t{number}", number)


EVERY = [*(f"a{number}" for number in range(7)), *(f"t{number}" for number in range(3))]


def test_it_tells_all_in_parts(ten):
    told, keys, cursors = records(), [], []
    while True:
        keys += told.keys
        cursors.append(told.text("o:resumptionToken/@cursor"))
        assert told.text("o:resumptionToken/@completeListSize") == "10"
        if not told.token:
            break
        told = ask("ListRecords", resumptionToken=told.token)
    assert keys == EVERY
    assert cursors == ["0", "3", "6", "9"]


def test_it_gives_a_whole_list_no_token(ten):
    assert records(from_="2026-01-01T00:00:02Z").texts("o:resumptionToken") == []


def test_it_keeps_bounds_and_set_from_part_to_part(ten):
    first = records(until="2026-01-01T00:00:00Z", set="paper")
    second = ask("ListRecords", resumptionToken=first.token)
    assert [*first.keys, *second.keys] == ["a0", "a1", "a2", "a3", "a4"]
    assert (second.token, second.text("o:resumptionToken/@cursor")) == ("", "3")


def test_it_goes_on_through_a_load(ten):
    """What changed moves to the end of the articles, what did not is told once."""
    first = records()
    Article.objects.filter(key__in=["a1", "a4"]).update(changed=after(60))
    Article.objects.get(key="a3").delete()
    gone_article("a3", 60)
    changed_article(60, make_page(number="9"), key="new")
    keys, token = list(first.keys), first.token
    while token:
        told = ask("ListRecords", resumptionToken=token)
        keys, token = keys + told.keys, told.token
    assert keys == ["a0", "a1", "a2", "a5", "a6", "a1", "a4", "new", "t0", "t1", "t2", "a3"]


def test_it_refuses_tokens_that_are_not_its_own(ten):
    token = records().token
    body, _, _ = token.partition(":")
    for wrong in (token[:-1], token.upper(), f"x{token}", body, "中文", "\x00"):
        assert ask("ListRecords", resumptionToken=wrong).errors == ["badResumptionToken"]
    assert ask("ListIdentifiers", resumptionToken=token).errors == ["badResumptionToken"]


def test_it_refuses_what_another_part_of_the_site_signed(ten, monkeypatch):
    token = str(tokens.Token("ListRecords"))
    monkeypatch.setattr(tokens, "SALT", "another")
    assert ask("ListRecords", resumptionToken=token).errors == ["badResumptionToken"]


def test_it_asks_the_database_as_often_for_many_as_for_few(ten, monkeypatch):
    def queries(size: int) -> int:
        monkeypatch.setattr("articles.oai.listing.SIZES", {"ListRecords": size})
        with CaptureQueriesContext(connection) as asked:
            assert len(records().keys) == size
        return len(asked)

    assert queries(2) == queries(6)
