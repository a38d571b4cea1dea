"""Addresses of articles outlive their pages, their seeds and other readings."""

import pytest

from articles import loader, search
from articles.models import Article, KeyChange, Page, Person
from tests.loading import everything, found, load, load_article
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


class TestAddresses:
    OTHER = "临溪日报 2024-03-06 第1版"

    def test_it_gives_a_reprint_an_address_of_its_own(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        first = Article.objects.get().key
        write(seeds, "p2", page(article(), head=self.OTHER))
        load(seeds)
        keys = dict(Article.objects.values_list("page__key", "key"))
        assert keys["p1"] == first
        assert keys["p2"].startswith(f"{first}-")

    def test_it_reaches_each_printing_by_its_long_address(self, seeds, tmp_path):
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article(), head=self.OTHER))
        load(seeds)
        keys = dict(Article.objects.values_list("page__key", "key"))
        assert KeyChange.objects.get().new == keys["p1"]

    def test_it_tells_equal_texts_of_one_page_apart(self, seeds):
        write(seeds, "p1", page(article(), article()))
        load(seeds)
        before = list(Article.objects.order_by("position").values_list("key", "number"))
        load(seeds, again=True)
        assert list(Article.objects.order_by("position").values_list("key", "number")) == before

    def test_it_leads_from_an_old_address_to_the_new(self, seeds):
        text = article(extra="文 通车仪式上,数百名居民走上桥面。")
        old = load_article(seeds, text).key
        for headline in ("今日", "明日"):
            write(seeds, "p1", page(text.replace("昨日", headline)))
            load(seeds)
        assert KeyChange.objects.get(old=old).new == Article.objects.get().key
        assert KeyChange.objects.count() == 2

    def test_it_takes_an_old_address_back(self, seeds):
        text = article(extra="文 通车仪式上,数百名居民走上桥面。")
        old = load_article(seeds, text).key
        for headline in ("今日", "昨日"):
            write(seeds, "p1", page(text.replace("昨日", headline)))
            load(seeds)
        assert Article.objects.get().key == old
        assert not KeyChange.objects.filter(old=old).exists()

    def test_it_gives_the_same_archive_in_any_order(self, seeds, tmp_path):
        pages = {
            "p1": page(article(), article(headline="甲", text="甲文一段。")),
            "p2": page(article(headline="乙", text="乙文一段。"), head="江州日报 2024-03-05 第10版"),
            "p3": page(article(headline="丙", text="丙文一段。"), head="江州日报 2024-03-05 第3版"),
            "p4": page(article(headline="丁", text="丁文一段。"), head="江州"),
        }
        for key, text in pages.items():
            write(seeds, key, text)
        load(seeds)
        whole = everything()
        Page.objects.all().delete()
        Person.objects.all().delete()
        search.rebuild([])
        for key in ("p2", "p4", "p3", "p1"):
            loader.load([seeds / f"{key}.txt"])
        assert everything() == whole
        assert [row[3] for row in whole["articles"]] == ["p1", "p1", "p3", "p2", "p4"]
        assert search.check("default") == []
        assert found("乙文一段") == ["乙"]
