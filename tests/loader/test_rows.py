"""Rows: what the loader makes of a page, of its side file and of what others state of it."""

import pytest

from articles import search
from articles.models import Article, Byline, Page, Person
from articles.search.numbering import DAY_SIZE
from tests.loading import found, load, load_article
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


class TestRows:
    def test_it_stores_a_page(self, seeds):
        write(seeds, "p1", page(article()))
        report = load(seeds)
        stored = Page.objects.get()
        assert (stored.key, stored.publication, str(stored.date), stored.number, stored.name) == (
            "p1", "江州日报", "2024-03-05", "2", "要闻",
        )  # fmt: skip
        assert set(stored.bases.values()) == {"printed"}
        assert stored.furniture == ["版 江州日报 2024-03-05 第2版 要闻", "篇"]
        assert (report.loaded, report.pages, report.articles, report.failed) == (1, 1, 1, [])

    def test_it_stores_an_article_with_its_parts(self, seeds):
        text = "\n".join(
            ["栏 江州观察", "引 历时三年", "题 桥通了", "副 ——访居民", "署 记者 徐坊", "提 提要一段。", "文 昨天通车。"]
            + ["小 三年建成", "文 三年前开工。", "图 桥面。", "摄 拍友 吴小宇 摄", "下 第四版"]
        )
        stored = load_article(seeds, text)
        titles = (stored.column, stored.kicker, stored.headline, stored.subtitle, stored.deck)
        assert titles == ("江州观察", "历时三年", "桥通了", "——访居民", ["提要一段。"])
        assert list(stored.sections.values_list("heading", "paragraphs")) == [
            ("", ["昨天通车。"]),
            ("三年建成", ["三年前开工。"]),
        ]
        assert list(stored.figures.values_list("position", "caption", "credit")) == [(1, "桥面。", "拍友 吴小宇 摄")]
        assert list(stored.bylines.values_list("name", "figure__position").order_by("name")) == [
            ("吴小宇", 1),
            ("徐坊", None),
        ]
        assert (stored.opening, stored.continued_to, stored.position) == ("昨天通车。", "第四版", 1)
        assert stored.length == len("提要一段。昨天通车。三年建成三年前开工。桥面。")

    def test_it_opens_with_the_paragraphs_before_the_first_subhead(self, seeds):
        lines = ["题 桥通了", "署 记者 徐坊", "文 昨天,桥通了。", "文 居民叫好。", "小 三年建成", "文 三年前开工。"]
        assert load_article(seeds, "\n".join(lines)).opening == "昨天,桥通了。居民叫好。"

    def test_it_opens_a_poem_with_its_lines_apart(self, seeds):
        assert load_article(seeds, "题 渡口\n文 江水向东\n文 人向西").opening == "江水向东 人向西"

    def test_it_opens_with_no_more_than_two_hundred_signs(self, seeds):
        stored = load_article(seeds, "\n".join(["题 桥通了", *["文 昨天,江州大桥正式通车。"] * 30]))
        assert stored.opening == ("昨天,江州大桥正式通车。" * 30)[:200]

    def test_it_covers_each_sign_with_a_span(self, seeds):
        load_article(seeds)
        stored = Page.objects.get()
        covered = [offset for start, end, _, _ in stored.spans for offset in range(start, end)]
        assert [offset for offset in sorted(covered) if not stored.text[offset].isspace()] == [
            offset for offset, sign in enumerate(stored.text) if not sign.isspace()
        ]
        assert stored.spans == sorted(stored.spans)

    def test_it_names_no_institution_among_the_people(self, seeds):
        load_article(seeds, article(extra="图 桥面。\n摄 江州博物馆 供图"))
        assert set(Person.objects.values_list("name", flat=True)) == {"徐坊"}
        assert Byline.objects.get(name="江州博物馆").person is None

    def test_it_marks_a_text_without_a_headline(self, seeds):
        write(seeds, "p1", page(article(headline="")))
        report = load(seeds)
        stored = Article.objects.get()
        assert [doubt["code"] for doubt in stored.doubts] == ["no_headline"]
        assert (stored.confidence, stored.title) == (0.5, "昨天上午,江州大桥正式通车。")
        ((file, line, message),) = report.warnings
        assert (file.endswith("p1.txt"), line, "没有读到标题" in message) == (True, 3, True)

    def test_it_calls_an_untitled_photo_by_the_first_words_of_its_caption(self, seeds):
        caption = "昨天上午,在江州大桥桥头参加通车典礼,市民沿着新桥走到对岸。"
        assert load_article(seeds, f"图 {caption}").title == "昨天上午,在江州大桥桥头参加通车典礼……"
        write(seeds, "p1", page("图 桥面。"))
        load(seeds)
        assert Article.objects.get().title == "桥面。"

    def test_it_indexes_the_text(self, seeds):
        load_article(seeds, article(extra="图 桥面上人来人往。"))
        for text in ("正式通车", "昨日", "徐坊", "人来人往"):
            assert found(text) == ["江州大桥昨日通车"]
        assert search.check("default") == []


class TestFacts:
    def test_it_prefers_the_side_file(self, seeds):
        write(seeds, "p1", page(article()), 'publication = "临溪日报"\ndate = 2024-04-01\ninferred = ["date"]')
        load(seeds)
        stored = Page.objects.get()
        assert (stored.publication, str(stored.date), stored.number) == ("临溪日报", "2024-04-01", "2")
        assert stored.bases == {"publication": "given", "date": "inferred", "number": "printed", "name": "printed"}

    def test_it_leaves_open_what_nobody_says(self, seeds):
        write(seeds, "p1", page(article(), head="江州"))
        load(seeds)
        stored = Page.objects.get()
        assert (stored.publication, stored.date, stored.number) == ("", None, "")
        assert set(stored.bases.values()) == {"unknown"}

    def test_it_follows_a_changed_side_file(self, seeds):
        write(seeds, "p1", page(article()), "date = 2024-04-01")
        load(seeds)
        before = Article.objects.get()
        write(seeds, "p1", page(article()), "date = 2024-04-02")
        assert load(seeds).loaded == 1
        after = Article.objects.get()
        assert (after.pk, after.key) == (before.pk, before.key)
        assert after.number - before.number == DAY_SIZE
        assert found("正式通车") == ["江州大桥昨日通车"]
