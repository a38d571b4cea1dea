"""An independent harvester (oaipmh, the heir of pyoai) takes the archive over."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from oaipmh.client import BaseClient
from oaipmh.error import IdDoesNotExistError, NoRecordsMatchError
from oaipmh.metadata import MetadataRegistry, oai_dc_reader

from articles.models import Article
from tests.loading import load
from tests.marked import article, page, write
from tests.oai.asking import Answer

pytestmark = pytest.mark.django_db


class Harvester(BaseClient):
    """The harvester, asking the site in this process instead of over the net."""

    def __init__(self, method: str) -> None:
        registry = MetadataRegistry()
        registry.registerReader("oai_dc", oai_dc_reader)
        super().__init__(registry)
        self.method = method

    def makeRequest(self, **query: str) -> bytes:
        form = urlencode(query)
        if self.method == "POST":
            response = Client().post("/oai", form, "application/x-www-form-urlencoded")
        else:
            response = Client().get(f"/oai?{form}")
        Answer(response.content)
        return response.content


@pytest.fixture(params=["GET", "POST"])
def harvester(request, monkeypatch):
    monkeypatch.setattr("articles.oai.listing.SIZES", {"ListRecords": 3, "ListIdentifiers": 5})
    harvester = Harvester(request.param)
    harvester.updateGranularity()
    return harvester


@pytest.fixture
def archive(seeds):
    for number in range(4):
        stories = [
            article(headline=f"第{number}版要闻{place}", text=f"渠水{number}流过{place}村。") for place in "甲乙丙"
        ]
        write(seeds, f"p{number}", page(*stories, head=f"江州日报 2024-03-05 第{number + 1}版"))
    load(seeds)
    return seeds


def harvested(harvester, **query) -> dict[str, tuple]:
    return {
        header.identifier().rpartition(":")[2]: (header, metadata)
        for header, metadata, _ in harvester.listRecords(metadataPrefix="oai_dc", **query)
    }


def test_it_takes_every_article_over(archive, harvester):
    found = harvested(harvester)
    held = {article.key: article for article in Article.objects.select_related("page")}
    assert found.keys() == held.keys()
    for key, (header, metadata) in found.items():
        assert not header.isDeleted()
        assert metadata.getField("title")[0] == held[key].headline
        assert metadata.getField("creator") == ["徐坊"]
        assert metadata.getField("date") == ["2024-03-05"]
        assert header.datestamp() == held[key].changed.replace(tzinfo=None)
    headers = harvester.listIdentifiers(metadataPrefix="oai_dc")
    assert {header.identifier().rpartition(":")[2] for header in headers} == held.keys()


def test_it_takes_one_set_over(archive, harvester):
    [papers, paper] = (
        harvester.listSets()[:2] if isinstance(harvester.listSets(), list) else list(harvester.listSets())[:2]
    )
    assert (papers[0], paper[1]) == ("paper", "江州日报")
    assert len(harvested(harvester, set=paper[0])) == 12


def test_it_hears_of_what_is_gone(archive, harvester):
    gone = set(Article.objects.filter(page__key="p3").values_list("key", flat=True))
    (archive / "p3.txt").unlink()
    load(archive, prune=True)
    found = harvested(harvester)
    assert {key for key, (header, _) in found.items() if header.isDeleted()} == gone
    assert len(found) == 12


def test_it_harvests_only_what_changed_since(archive, harvester):
    early = Article.objects.order_by("changed").first().changed.replace(tzinfo=None)
    Article.objects.filter(page__key="p0").update(changed="2030-01-01T00:00:00Z")
    later = early.replace(year=2029, month=1, day=1)
    assert len(harvested(harvester, from_=later)) == 3
    with pytest.raises(NoRecordsMatchError):
        harvested(harvester, from_=later.replace(year=2031))


def test_it_is_told_of_unknown_records(archive, harvester):
    with pytest.raises(IdDoesNotExistError):
        harvester.getRecord(identifier="oai:archive.invalid:article:none", metadataPrefix="oai_dc")
    assert harvester.identify().deletedRecord() == "transient"
    assert [prefix for prefix, _, _ in harvester.listMetadataFormats()] == ["oai_dc"]
