"""The list of gaps, for a spreadsheet."""

import csv
import datetime
import io

import pytest

from tests.factories import DAY, make_page

pytestmark = pytest.mark.django_db
BOM = "\ufeff"


def lines(client, path: str = "/issues/gaps.csv") -> list[list[str]]:
    answer = client.get(path)
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith(BOM) and answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


@pytest.fixture
def two_papers():
    for day, number in ((0, "1"), (0, "4"), (3, "1")):
        make_page(date=DAY + datetime.timedelta(days=day), number=number)
    make_page(publication="临溪日报")
    make_page(publication="临溪日报", date=DAY + datetime.timedelta(days=2))
    make_page(date=None)


def test_it_lists_what_is_missing_of_every_paper(client, two_papers):
    assert lines(client) == [
        ["报纸", "状态", "起", "止", "期数", "缺的版次"],
        ["临溪日报", "缺期", "2024-03-08", "2024-03-08", "1", ""],
        ["江州日报", "不全", "2024-03-07", "2024-03-07", "1", "第2版至第3版"],
        ["江州日报", "缺期", "2024-03-08", "2024-03-09", "2", ""],
    ]


def test_it_lists_one_paper_if_asked(client, two_papers):
    assert {line[0] for line in lines(client, "/issues/gaps.csv?paper=临溪日报")[1:]} == {"临溪日报"}
    assert client.get("/issues/gaps.csv?paper=没有").status_code == 404


def test_it_gives_a_spreadsheet_no_formula(client):
    make_page(publication="=1+1", number="2")
    assert lines(client)[1][0] == "'=1+1"


def test_it_lists_nothing_of_nothing(client):
    assert len(lines(client)) == 1


def test_it_misses_no_issue_of_a_paper_whose_name_is_not_known(client):
    for day in (0, 9):
        make_page(publication="", date=DAY + datetime.timedelta(days=day))
    assert len(lines(client)) == 1
    assert "缺 0 期" in client.get("/issues/2024/").text
