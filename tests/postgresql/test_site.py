"""The site on either kind of database: the same pages, and nothing odd that a reader asks for is a failure."""

from contextlib import nullcontext

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Person
from tests.conftest import instead
from tests.loading import load
from tests.marked import article, page, write

NAMES = (
    "b李",
    "B王",
    "啊",
    "李四",
    "张三",
    "~浪",
    "Ärger",
    "𠮷田",
)  # languages sort them otherwise than code points do
NUL = ("/people/%00/", "/articles/a%00/", "/columns/%00/", "/pages/%00/", "/places/%00/")
ADDRESSES = (
    *("/", "/issues/", "/issues/2024/", "/people/", "/people/?letter=all", "/columns/", "/places/", "/photos/"),
    *(
        "/errata/",
        "/search/",
        "/search/?q=大桥",
        "/search/?q=大桥&order=oldest",
        "/search/?q=记者:李四",
        "/suggest/?q=li",
    ),
)


@pytest.mark.parametrize("address", NUL)
def test_it_has_no_page_of_a_name_that_cannot_be(engine, address):
    assert Client(raise_request_exception=False).get(address).status_code == 404


@pytest.mark.postgresql
def test_it_serves_the_same_pages(db, postgresql, marked, seeds):
    _write(seeds)
    served = []
    for place in (nullcontext(), instead(postgresql)):
        with place:
            cache.clear()
            load(seeds)
            served.append(_served())
    assert len(served[0]) > len(ADDRESSES) + len(NAMES)
    assert served[0] == served[1]


@pytest.mark.postgresql
def test_it_keeps_its_tables_before_it_looks_into_them(db, postgresql):
    with instead(postgresql), CaptureQueriesContext(postgresql) as asked:
        Client().get("/")
    assert [one["sql"].split()[0] for one in asked.captured_queries][:2] == ["LOCK", "SELECT"]


def _write(folder) -> None:
    for number, name in enumerate(NAMES):
        head = f"{name}报 2024-03-0{number % 3 + 1} 第{number + 1}版" if number % 4 else ""
        signed = {"byline": f"记者 {name}", "extra": f"栏 {name}"}
        write(folder, f"p{number}", page(article(f"{name}大桥", **signed), article(f"大桥{name}", **signed), head=head))


def _served() -> dict[str, str]:
    """The content of every address, those of articles and people too."""
    own = [one.get_absolute_url() for model in (Article, Person) for one in model.objects.all()]
    answers = {address: Client().get(address) for address in (*ADDRESSES, *own)}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {address: answer.content.decode() for address, answer in answers.items()}


def test_it_is_tried_on_the_kind_of_database_that_was_asked_for(db, pytestconfig):
    """With --database=postgresql too: else that whole run would say nothing."""
    asked = pytestconfig.getoption("database")
    assert {connections[alias].vendor for alias in ("default", "public")} == {asked}
