"""What the tests of loading and correcting share: an archive of marked pages."""

from pathlib import Path

from articles import loader, search
from articles.loader.report import Report
from articles.models import Article, Byline, KeyChange, Page, Person
from tests.marked import article, page, write


def load(folder: Path, **options) -> Report:
    """Loads a folder of marked seeds."""
    return loader.load([folder], **options)


def load_article(folder: Path, text: str | None = None) -> Article:
    """An archive of one page with this article."""
    write(folder, "p1", page(text or article()))
    load(folder)
    return Article.objects.get(page__key="p1")


def found(text: str) -> list[str]:
    """The headlines that a search for the text finds."""
    numbers = search.find(search.parse(text), using="default").numbers
    headlines = dict(Article.objects.values_list("number", "headline"))
    return [headlines[number] for number in numbers]


def everything() -> dict:
    """Everything a reader can see, in an order that owes nothing to row ids."""
    rows = {
        "pages": Page.objects.order_by("key").values_list(
            "key", "publication", "date", "number", "name", "bases", "text", "spans"
        ),
        "articles": Article.objects.order_by("-number").values_list(
            "key", "headline", "column", "page__key", "position", "opening"
        ),
        "bylines": Byline.objects.order_by("article__key", "position").values_list(
            "article__key", "name", "role", "person__key"
        ),
        "people": Person.objects.order_by("key").values_list("key", "name", "pinyin"),
        "moved": KeyChange.objects.order_by("old").values_list("old", "new"),
    }
    return {name: list(values) for name, values in rows.items()}
