"""What SQLite walks: what it has been told of the tables (ANALYZE) must not lead it off the indexes."""

import pytest
from django.db import connection

from articles.models import Article
from articles.oai import records
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def analysed():
    """Two hundred articles, none of which continues another, and the statistics of them."""
    page = make_page()
    for place in range(200):
        make_article(page, position=place, column=f"栏目{place % 5}", sections=())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.parametrize("articles", [Article.objects.for_records, lambda: records.with_parts(Article.objects.all())])
def test_it_looks_links_up_where_hardly_an_article_has_one(analysed, articles):
    assert "article_continuing" in articles().order_by("key")[:20].explain()


@pytest.mark.sqlite
def test_it_counts_columns_from_their_own_index(analysed):
    counted = Article.objects.filter(column_key__gt="").order_by().values("column_key")
    assert "article_by_column " in counted.explain() or "article_by_column (" in counted.explain()
