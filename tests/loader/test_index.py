"""The index is what the rows say, after every load."""

import pytest
from django.db import connection

from articles import loader, search
from tests.loading import found, load, load_article

pytestmark = pytest.mark.django_db


class TestIndex:
    def test_it_rebuilds_from_the_rows(self, seeds):
        target = load_article(seeds)
        loader.correct(target, {"headline": (target.headline, "渡口新桥")}, "misread", "理由", "王编")
        search.rebuild([])
        assert loader.rebuild_index() == 1
        assert found("渡口新桥") == found("昨日通车") == found("正式通车") == ["渡口新桥"]

    def test_it_repairs_an_index_that_is_out_of_step(self, seeds):
        load_article(seeds)
        search.rebuild([])
        report = load(seeds)
        assert report.rebuilt
        assert found("正式通车") == ["江州大桥昨日通车"]

    @pytest.mark.parametrize("action", ["load", "correct"])
    def test_it_makes_an_index_of_another_version_anew(self, seeds, action):
        target = load_article(seeds)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE search_meta SET value = 'older'")
        if action == "load":
            assert load(seeds).rebuilt
        else:
            loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
        assert search.check("default") == []
        assert found("正式通车") == ["江州大桥昨日通车"]
