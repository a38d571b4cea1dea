"""What can be asked of the archive."""

import datetime

import pytest

from articles.models import Article, Byline, Figure, Page, Person
from articles.queries import print_order, with_articles
from articles.search.numbering import day_of
from articles.search.query import parse
from tests.factories import DAY, index, make_article, make_page, make_person, make_photo

pytestmark = pytest.mark.django_db
NEXT_DAY = DAY + datetime.timedelta(days=1)


def found(text: str, order: str = "relevance") -> list[str]:
    numbers = Article.objects.matching(parse(text), order).numbers
    return [article.headline for article in Article.objects.ranked(numbers)]


def test_it_sorts_pages_as_they_lie_in_the_paper():
    pages = [Page(number=number, key=number) for number in ("10", "", "2", "A10", "A02", "1")]
    assert [page.number for page in sorted(pages, key=print_order)] == ["1", "2", "10", "A02", "A10", ""]


def test_it_gives_the_articles_of_a_page_in_printed_order():
    page = make_page()
    make_article(page, headline="二", position=2)
    make_article(page, headline="一", position=1)
    make_article(headline="别的版")
    assert [article.headline for article in Article.objects.on_page(page)] == ["一", "二"]


def test_it_gives_all_work_of_a_person_once_photos_too():
    person = make_person("何若谷")
    make_article(headline="写", bylines=["何若谷", ("何若谷", "记者", "", "整理")])
    make_photo(headline="摄", names=[("何若谷", "", "", "摄")])
    make_article(headline="别人写", bylines=["程野"])
    assert {article.headline for article in Article.objects.by(person)} == {"写", "摄"}
    assert Article.objects.by(person).count() == 2


def test_it_tells_photos_by_themselves_from_articles_with_photos():
    make_photo(headline="图")
    make_article(headline="文", figures=[("图说", [])])
    make_article(headline="只有题", sections=())
    assert {article.headline: article.is_photo for article in Article.objects.for_lists()} == {
        "图": True, "文": False, "只有题": False,
    }  # fmt: skip


def test_it_fetches_lists_in_three_queries_whatever_their_length(django_assert_num_queries):
    for _ in range(5):
        make_article(bylines=["柳知和"], figures=[("图说", ["何若谷"])])
    with django_assert_num_queries(3):
        for article in Article.objects.for_lists():
            assert article.page.publication
            assert [byline.person.name for byline in article.bylines.all()] == ["柳知和", "何若谷"]
            assert len(article.figures.all()) == 1


def test_it_leaves_the_source_of_pages_in_the_database_for_lists():
    make_article()
    assert "text" in Article.objects.for_lists()[0].page.get_deferred_fields()
    assert not Article.objects.for_reading()[0].page.get_deferred_fields()


def test_it_counts_columns_and_years_and_papers():
    make_article(column="江声")
    make_article(make_page(date=datetime.date(2020, 1, 1)), column="江声")
    make_article(make_page(date=None, publication=""), column="圆桌")
    columns = Article.objects.columns()
    assert [(row["column"], row["articles"]) for row in columns] == [("江声", 2), ("圆桌", 1)]
    assert [row["oldest"] and day_of(row["oldest"]) for row in columns] == [datetime.date(2020, 1, 1), None]
    assert [day_of(row["newest"]) for row in columns] == [DAY, None]
    assert list(Article.objects.years()) == [{"year": 2020, "articles": 1}, {"year": 2024, "articles": 1}]
    assert list(Article.objects.papers()) == [{"publication": "江州日报", "articles": 2}]


def test_it_finds_the_newest_issue_in_print_order():
    make_page(date=DAY)
    for number in ("2", "10", "1"):
        make_page(date=NEXT_DAY, number=number)
    assert [page.number for page in Page.objects.newest_issue()] == ["1", "2", "10"]


def test_it_shows_undated_pages_where_no_page_is_dated():
    assert Page.objects.newest_issue() == []
    make_page(date=None)
    assert len(Page.objects.newest_issue()) == 1


def test_it_knows_the_issues_before_and_after():
    for day in (DAY, NEXT_DAY):
        make_page(date=day)
    assert (Page.objects.day_before(NEXT_DAY), Page.objects.day_after(NEXT_DAY)) == (DAY, None)


def test_it_keeps_pages_of_other_papers_and_days_out_of_an_issue():
    page = make_page()
    same, other = make_page(number="2"), make_page(publication="临溪日报")
    assert set(Page.objects.of_issue(page)) == {page, same}
    assert other not in Page.objects.of_issue(page)


def test_it_counts_articles_of_people_not_credits():
    make_article(bylines=["程野", ("程野", "", "", "摄")])
    make_person("无文")
    assert [(person.name, person.articles) for person in Person.objects.with_counts()] == [("程野", 1)]


def test_it_knows_who_signs_beside_whom():
    make_article(bylines=["程野", "阮文"])
    make_article(bylines=["程野", "阮文", "孟舟"])
    beside = Person.objects.beside(Person.objects.get(name="程野"))
    assert [(person.name, person.shared) for person in beside] == [("阮文", 2), ("孟舟", 1)]


def test_it_counts_roles():
    make_article(bylines=["程野"])
    make_article(bylines=["程野", ("孟舟", "通讯员")])
    assert [(row["role"], row["articles"]) for row in Byline.objects.roles()] == [("记者", 2), ("通讯员", 1)]


def test_it_gives_pictures_with_their_articles_newest_first(django_assert_num_queries):
    make_photo(make_page(date=DAY), caption="旧")
    make_photo(make_page(date=NEXT_DAY), caption="新")
    with django_assert_num_queries(4):
        figures = list(with_articles(Figure.objects.all()))
        assert [(figure.caption, figure.article.is_photo) for figure in figures] == [("新", True), ("旧", True)]
    assert [figure.caption for figure in with_articles(Figure.objects.all(), oldest_first=True)] == ["旧", "新"]


@pytest.fixture
def chain() -> list[Article]:
    """A story on six pages."""
    parts = [make_article(headline="1", continued_to="第二版")]
    for number in range(2, 7):
        parts.append(make_article(headline=str(number), continued_from="第一版", continues=parts[-1]))
    return parts


def test_it_gives_a_part_with_the_one_before_and_those_after_it(chain, django_assert_num_queries):
    make_article(headline="别的")
    for part, expected in ((chain[0], "1234"), (chain[1], "12345"), (chain[5], "56")):
        with django_assert_num_queries(1):
            assert sorted(one.headline for one in Article.objects.story(part.key)) == list(expected)
    assert not Article.objects.story("nothing").exists()


def test_it_tells_linked_parts_from_loose_ends(chain):
    loose = make_article(headline="悬", continued_from="第一版", continued_to="第四版")
    make_article(headline="无")
    assert set(Article.objects.linked()) == set(chain)
    assert set(Article.objects.turned()) == {*chain, loose}
    assert list(Article.objects.lacking_before()) == list(Article.objects.lacking_after()) == [loose]
    assert list(Article.objects.with_loose_ends()) == [loose]


def test_it_keeps_an_article_whose_beginning_is_taken_out(chain):
    chain[0].page.delete()
    chain[1].refresh_from_db()
    assert chain[1].continues is None


@pytest.fixture
def small_archive():
    first, second = make_page(number="A06"), make_page(date=NEXT_DAY, publication="临溪日报", number="2")
    one = make_article(first, headline="水库通水", column="江声", place="临溪", bylines=["程野"])
    two = make_article(second, headline="水库清淤", bylines=[("阮文", "通讯员")])
    index(one, two)


@pytest.mark.parametrize(
    ("typed", "headlines"),
    [
        ("水库 记者:程野", {"水库通水"}),
        ("水库 记者:程野|阮文", {"水库通水", "水库清淤"}),
        ("栏目:江声", {"水库通水"}),
        ("地点:临溪", {"水库通水"}),
        ("报纸:临溪", {"水库清淤"}),
        ("版:A6", {"水库通水"}),
        ("日期:2024-03-08", {"水库清淤"}),
        ("日期:2024-03-07..2024-03-08 水库", {"水库通水", "水库清淤"}),
        ("阮文", {"水库清淤"}),
        ("水库 记者:没有", set()),
    ],
)
def test_it_holds_results_to_the_named_fields(small_archive, typed, headlines):
    assert set(found(typed)) == headlines


def test_it_keeps_the_order_of_the_search(small_archive):
    assert found("水库", "newest") == ["水库清淤", "水库通水"]
    assert found("水库", "oldest") == ["水库通水", "水库清淤"]


def test_it_finds_people_by_the_name_they_have_now():
    article = make_article(headline="署名印错", bylines=["阮交"])
    Person.objects.filter(name="阮交").update(name="阮文")
    index(article)
    assert found("记者:阮文") == found("记者:阮交") == ["署名印错"]
