"""The six verbs: what they answer, and what they say of a request that is wrong."""

import pytest
from django.test import Client

from tests.factories import make_page
from tests.oai.asking import Answer, after, ask, changed_article, gone_article, records

pytestmark = pytest.mark.django_db
ID = "oai:archive.invalid:article:"


def test_it_identifies_itself():
    changed_article(5)
    gone_article("gone", 2)
    told = ask("Identify")
    assert told.text("o:baseURL") == "http://testserver/oai"
    assert told.text("o:earliestDatestamp") == "2026-01-01T00:00:02Z"
    assert told.text("o:deletedRecord") == "transient"
    assert told.text("o:adminEmail") == "webmaster@archive.invalid"
    assert told.text("o:request/@verb") == "Identify"


def test_it_identifies_itself_before_anything_is_loaded():
    assert ask("Identify").errors == []


def test_it_tells_its_one_format_also_for_a_record():
    article = changed_article()
    assert ask("ListMetadataFormats").texts("o:metadataPrefix") == ["oai_dc"]
    assert ask("ListMetadataFormats", identifier=f"{ID}{article.key}").texts("o:metadataPrefix") == ["oai_dc"]
    assert ask("ListMetadataFormats", identifier=f"{ID}none").errors == ["idDoesNotExist"]


def test_it_gets_a_record_and_a_deleted_one():
    article = changed_article(7, make_page(publication="江州日报"), column="社　评")
    gone_article("gone1", 9, publication="江州日报")
    held = ask("GetRecord", identifier=f"{ID}{article.key}", metadataPrefix="oai_dc")
    assert held.text("o:header/o:datestamp") == "2026-01-01T00:00:07Z"
    assert held.texts("o:setSpec") == ["paper:5rGf5bee5pel5oql", "column:56S-6K-E"]
    gone = ask("GetRecord", identifier=f"{ID}gone1", metadataPrefix="oai_dc")
    assert gone.texts("o:header/@status") == ["deleted"]
    assert gone.texts("o:metadata") == []
    assert gone.texts("o:setSpec") == ["paper:5rGf5bee5pel5oql"]


@pytest.mark.parametrize(
    "identifier", ["x", ID, f"{ID}none", "oai:other.example:article:a1", f"{ID}a1'--", f"{ID}\x00", f"{ID}文", "\x01<"]
)
def test_it_knows_no_other_identifier(identifier):
    changed_article(key="a1")
    assert ask("GetRecord", identifier=identifier, metadataPrefix="oai_dc").errors == ["idDoesNotExist"]


@pytest.mark.parametrize(
    "query, codes",
    [
        ("", ["badVerb"]),
        ("verb=", ["badVerb"]),
        ("verb=identify", ["badVerb"]),
        ("verb=%00%0B%3C/", ["badVerb"]),
        ("verb=Identify&verb=Identify", ["badVerb"]),
        ("verb=Identify&a=1", ["badArgument"]),
        ("verb=Identify&resumptionToken=x", ["badArgument"]),
        ("verb=GetRecord", ["badArgument", "badArgument"]),
        ("verb=GetRecord&identifier=x", ["badArgument"]),
        ("verb=ListRecords", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=marc", ["cannotDisseminateFormat"]),
        ("verb=ListRecords&metadataPrefix=%E6%96%87", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=%EF%BC%92026-01-01", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z", ["badArgument"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=2025-12-31", ["noRecordsMatch"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31", ["noRecordsMatch"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=nothing", ["noRecordsMatch"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=paper:!!", ["noRecordsMatch"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=paper:AA", ["noRecordsMatch"]),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=paper:%3C", ["badArgument"]),
        ("verb=ListRecords&resumptionToken=", ["badResumptionToken"]),
        ("verb=ListRecords&resumptionToken=x:y:z", ["badResumptionToken"]),
        ("verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc", ["badArgument"]),
        ("verb=ListSets&resumptionToken=x", ["badResumptionToken"]),
    ],
)
def test_it_says_what_is_wrong(query, codes):
    changed_article()
    response = Client().get(f"/oai?{query}")
    assert response.status_code == 200
    answer = Answer(response.content)
    assert answer.errors == codes
    if {"badVerb", "badArgument"} & set(codes):
        assert answer.texts("o:request/@*") == []


def test_it_takes_a_last_day_of_all_days():
    changed_article()
    assert len(records(until="9999-12-31").keys) == 1


def test_it_says_that_an_empty_archive_has_no_records():
    assert records().errors == ["noRecordsMatch"]


def test_it_answers_a_posted_query_and_still_no_other_post():
    changed_article()
    client = Client(enforce_csrf_checks=True)
    posted = client.post("/oai", "verb=ListRecords&metadataPrefix=oai_dc", "application/x-www-form-urlencoded")
    assert posted.status_code == 200
    assert len(Answer(posted.content).keys) == 1
    assert Answer(client.post("/oai", "{}", "application/json").content).errors == ["badVerb"]
    assert client.post("/about/").status_code == 405
    refused = client.put("/oai")
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, POST")


def test_it_is_open_to_programs_and_never_kept():
    response = Client().get("/oai?verb=Identify")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies


@pytest.mark.parametrize(
    "bounds, expected",
    [
        ({}, ["a", "b", "c"]),
        ({"from_": "2026-01-01T00:00:10Z"}, ["b", "c"]),
        ({"until": "2026-01-01T00:00:10Z"}, ["a", "b"]),
        ({"from_": "2026-01-01T00:00:10Z", "until": "2026-01-01T00:00:10Z"}, ["b"]),
        ({"from_": "2026-01-01", "until": "2026-01-01"}, ["a", "b"]),
        ({"from_": "2026-01-02"}, ["c"]),
    ],
)
def test_it_includes_both_bounds(bounds, expected):
    for key, seconds in (("a", 0), ("b", 10), ("c", 86400)):
        changed_article(seconds, key=key)
    assert records(**bounds).keys == expected
    assert ask("ListIdentifiers", metadataPrefix="oai_dc", **bounds).keys == expected


def test_it_tells_of_deleted_records_in_lists():
    changed_article(0, key="held")
    gone_article("gone", 3)
    told = records(from_="2026-01-01T00:00:03Z")
    assert (told.keys, told.texts("o:header/@status")) == (["gone"], ["deleted"])
    assert records().keys == ["held", "gone"]
    assert after(3).isoformat() == "2026-01-01T00:00:03+00:00"
