"""People: their list, the page of each, long lists."""

import datetime
import re

import pytest

from articles.models import Person
from tests.factories import make_article, make_load, make_page, make_person, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_lists_people_by_the_sound_of_their_names(client):
    for name, pinyin in (
        ("何若谷", "he ruo gu"),
        ("和玉珍", "he yu zhen"),
        ("何贤君", "he xian jun"),
        ("安澄", "an cheng"),
    ):
        make_person(name, pinyin)
        make_article(bylines=[name])
    page = Shown(client, "/people/")
    assert page.all(".//section/h2") == ["A", "H"]
    assert page.all(".//section//li/a") == ["安澄", "何若谷", "何贤君", "和玉珍"]


def test_it_puts_names_without_pinyin_last(client):
    for name, pinyin in (("Ann", ""), ("程野", "cheng ye")):
        make_person(name, pinyin)
        make_article(bylines=[name])
    assert Shown(client, "/people/").all(".//section/h2") == ["C", "#"]


def test_it_keeps_a_surname_together(client):
    for name, pinyin in (
        ("安宁", "an ning"),
        ("何川", "he chuan"),
        ("和白", "he bai"),
        ("何安", "he an"),
        ("阿吉", "a ji"),
    ):
        make_person(name, pinyin)
        make_article(bylines=[name])
    assert Shown(client, "/people/").all(".//section//li/a") == ["阿吉", "安宁", "何安", "何川", "和白"]


@pytest.fixture
def many(monkeypatch):
    """More people than one page holds."""
    monkeypatch.setattr("articles.views.people.ONE_PAGE", 3)
    monkeypatch.setattr("articles.views.people.A_PAGE", 2)
    for name, pinyin in (("安宁", "an ning"), ("何川", "he chuan"), ("和白", "he bai"), ("何安", "he an"), ("Ann", "")):
        make_person(name, pinyin)
        make_article(bylines=[name])


def people_at(client, path: str) -> list[str]:
    return Shown(client, path).all(".//section//li/a")


def test_it_splits_many_people_by_letter_and_page(client, many):
    assert people_at(client, "/people/") == ["安宁"]
    assert people_at(client, "/people/?letter=H") == ["何安", "何川"]
    assert people_at(client, "/people/?letter=H&page=2") == ["和白"]
    assert people_at(client, "/people/?letter=%23") == ["Ann"]
    page = Shown(client, "/people/?letter=H")
    assert "?letter=A" in page.links and "?letter=H&head=he%21%E4%BD%95" in page.links
    assert people_at(client, "/people/?letter=H&head=he!和") == ["和白"]


@pytest.mark.parametrize(
    "query", ["letter=B", "letter=", "letter=HH", "letter=H&page=3", "letter=H&head=li!李", "order=nonsense"]
)
def test_it_knows_no_other_lists_of_people(client, many, query):
    assert client.get(f"/people/?{query}").status_code == 404


def test_it_ranks_people_by_work_and_by_the_latest(client):
    for year, names in ((2019, ["程野"]), (2020, ["程野"]), (2021, ["阮文"])):
        make_article(make_page(date=datetime.date(year, 1, 1)), bylines=names)
    assert people_at(client, "/people/?order=most") == ["程野", "阮文"]
    assert people_at(client, "/people/?order=latest") == ["阮文", "程野"]


def test_it_draws_everyones_years_on_one_scale(client):
    for year, name in ((2010, "程野"), (2019, "阮文")):
        make_article(make_page(date=datetime.date(year, 1, 1)), bylines=[name])
    first, last = map(int, re.findall(r'<path d="M(\d+) 16v-16h3v16z"/>', Shown(client, "/people/").html))
    assert last - first == 9 * 4


def test_it_asks_few_questions_for_people(client, django_assert_max_num_queries):
    for number in range(20):
        make_article(bylines=[f"程{number}", f"阮{number}"], column="江声", place="临溪")
    make_load()
    for path in ("/people/", "/people/?order=most", "/columns/", "/places/", "/photos/"):
        with django_assert_max_num_queries(6):
            client.get(path)


def test_it_asks_few_questions_for_a_person(client, django_assert_max_num_queries):
    for number in range(20):
        make_article(bylines=["程野", f"阮{number}"], column="江声", place="临溪")
    with django_assert_max_num_queries(15):
        client.get(Person.objects.get(name="程野").get_absolute_url())


def test_it_shows_what_a_person_photographed(client):
    make_article(headline="文", bylines=["程野"])
    make_photo(headline="图", names=[("程野", "记者", "", "摄")])
    address = Person.objects.get(name="程野").get_absolute_url()
    assert Shown(client, f"{address}?kind=photos").all(".//h3") == ["图"]
    assert any(link.startswith("/photos/?by=") for link in Shown(client, address).links)
    assert client.get(f"{address}?kind=nonsense").status_code == 404


def test_it_shows_whence_and_on_which_pages_a_person_wrote(client):
    for number in ("1", "4"):
        make_article(make_page(number=number), place="临溪", bylines=["程野"])
    page = Shown(client, Person.objects.get(name="程野").get_absolute_url())
    assert "/places/%E4%B8%B4%E6%BA%AA/" in page.links
    assert "第1版1" in page.main and "第4版1" in page.main


def test_it_shows_a_persons_work_by_year(client):
    make_article(make_page(date=datetime.date(2019, 5, 1)), headline="早年", bylines=["程野"])
    make_article(headline="近作", column="江声", bylines=["程野", ("阮文", "通讯员")])
    make_photo(headline="照片", names=[("程野", "记者", "本报", "摄")])
    page = Shown(client, Person.objects.get(name="程野").get_absolute_url())
    assert page.all(".//h2[@class='year num']") == ["2024", "2019"]
    assert sorted(page.all(".//h3")) == ["早年", "照片", "近作"]
    assert "记者，与 阮文" in page.main
    assert "2019 1" in page.all(".//ol[@aria-label='逐年篇数']")[0].replace("2019", "2019 ")
    assert "合作的人" in page.main and "/columns/%E6%B1%9F%E5%A3%B0/" in page.links


def test_it_names_namesakes(client):
    make_person("程野", key="程野-临溪", note="临溪站")
    make_article(bylines=["程野"])
    page = Shown(client, Person.objects.get(key="程野").get_absolute_url())
    assert "同名程野（临溪站）" in page.main


def test_it_pages_through_long_lists(client):
    make_person("程野")
    for number in range(51):
        make_article(headline=f"第{number}篇", bylines=["程野"])
    path = Person.objects.get(name="程野").get_absolute_url()
    assert len(Shown(client, path).all(".//h3")) == 50
    assert len(Shown(client, path + "?page=2").all(".//h3")) == 1


@pytest.mark.parametrize("page", ["0", "-1", "abc", "", "3", "9" * 40, "1.5", "１"])
def test_it_knows_no_other_pages_of_a_list(client, page):
    make_article(bylines=["程野"])
    path = Person.objects.get(name="程野").get_absolute_url()
    assert client.get(path, {"page": page}).status_code == 404


def test_it_tells_roles_apart_by_what_was_done(client):
    make_article(bylines=["程野"])
    make_photo(headline="照片", names=[("程野", "记者", "本报", "摄")])
    page = Shown(client, Person.objects.get(name="程野").get_absolute_url())
    assert "记者 1 篇" in page.main and "记者·摄 1 篇" in page.main


@pytest.mark.parametrize("path", ["/people/", "/people/?order=most", "/columns/", "/photos/"])
def test_it_opens_lists_of_nothing(client, path):
    assert "还没有" in Shown(client, path).main
