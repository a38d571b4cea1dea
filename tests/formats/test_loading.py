"""HTML and PDF pages in the archive: loaded by the same command, kept as stated, told when they cannot be read."""

from shutil import copy

import pytest

from articles import loader
from articles.models import Article, Correction, Page
from tests.formats.samples import FOLDER, HEADLINE, column, pdf
from tests.loading import load

pytestmark = pytest.mark.django_db
LISTED = ("node_1.htm", "content_20240305_1_1.htm", "content_20240305_1_2.htm")


@pytest.fixture
def seeds(tmp_path, settings):
    settings.ARCHIVE_DATA = tmp_path / "data"
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def put(folder, *names):
    for name in names:
        copy(FOLDER / name, folder / name)


def tell(report) -> list[tuple[str, str]]:
    return [(problem.file.rpartition("/")[2], problem.message) for problem in report.failed]


@pytest.mark.parametrize("name", ["story.html", "story.pdf"])
def test_it_loads_a_page_once(seeds, name):
    put(seeds, name)
    report = load(seeds)
    assert (report.loaded, report.failed) == (1, [])
    page = Page.objects.get()
    assert (page.key, page.publication, str(page.date), page.number) == ("story", "江州日报", "2024-03-05", "2")
    assert page.bases["date"] == "printed"
    assert page.articles.get().headline == HEADLINE
    assert load(seeds).loaded == 0


def test_it_loads_a_listed_page_with_its_articles(seeds):
    put(seeds, *LISTED)
    assert load(seeds).loaded == 1
    assert Page.objects.get().articles.count() == 3
    file = seeds / LISTED[2]
    file.write_text(file.read_text("utf-8").replace("三十斤", "五十斤"), "utf-8")
    assert load(seeds).loaded == 1
    assert "五十斤" in Page.objects.get().text


def test_it_loads_an_article_file_by_itself_where_no_page_lists_it(seeds):
    put(seeds, LISTED[1])
    assert load(seeds).loaded == 1
    assert Page.objects.get().key == "content_20240305_1_1"


def test_it_keeps_what_a_file_states_when_a_page_is_computed_anew(seeds):
    """The headline looks like a byline: without what the file states, the reader would take it for one."""
    text = "<p>昨天，江边的老码头重新开放，市民可以在这里坐船到对岸，票价两元。</p>"
    (seeds / "p1.html").write_text(f"<h1>本报记者 何禾</h1>{text}", "utf-8")
    load(seeds)
    (seeds / "p1.html").unlink()
    target = Article.objects.get()
    loader.correct(target, {"column": ("", "江州人物")}, Correction.Kind.MISREAD, "漏读栏目", "王编")
    again = Article.objects.get()
    assert (again.headline, again.column) == ("本报记者 何禾", "江州人物")


def test_it_lets_a_side_file_correct_what_a_file_states(seeds):
    put(seeds, "story.html")
    (seeds / "story.toml").write_text("date = 2024-03-06\n", "utf-8")
    assert load(seeds).failed == []
    page = Page.objects.get()
    assert (str(page.date), page.bases["date"], page.bases["number"]) == ("2024-03-06", "given", "printed")


def test_it_refuses_two_kinds_of_one_name(seeds):
    put(seeds, "story.html", "story.pdf")
    report = load(seeds)
    assert [file for file, _ in tell(report)] == ["story.html", "story.pdf"]
    assert Page.objects.count() == 0


def test_it_tells_what_it_cannot_read_and_loads_the_rest(seeds):
    put(seeds, "story.html")
    (seeds / "image.pdf").write_bytes(pdf([]))
    (seeds / "broken.pdf").write_bytes(pdf(column(50, 700, ["桥通了"]))[:200])
    (seeds / "empty.htm").write_bytes(b"<html></html>")
    report = load(seeds)
    assert report.loaded == 1
    assert tell(report) == [
        ("broken.pdf", "PDF 已损坏或不合规范，读不出来"),
        ("empty.htm", "网页里没有文字"),
        ("image.pdf", "PDF 里没有文字，只有图像；请先做文字识别（OCR）"),
    ]
