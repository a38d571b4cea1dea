"""An article as plain text, in the source's own characters."""

from collections.abc import Iterator

from articles.display.signatures import photographers, printed, writers
from articles.models import Article
from articles.templatetags.press import day, page_number


def plain_text(article: Article) -> str:
    """Headline stack, names, text and pictures, a blank line between the parts, the source at the end."""
    parts = [*_head(article), *_text(article), *_pictures(article), _source(article)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(article: Article) -> Iterator[str]:
    yield article.column and f"（{article.column}）"
    yield "\n".join(filter(None, [article.kicker, article.headline, article.subtitle]))
    yield printed(writers(article))
    yield article.continued_from and f"（上接{article.continued_from}）"
    yield "\n".join(article.deck)


def _text(article: Article) -> Iterator[str]:
    for section in article.sections.all():
        yield section.heading
        yield from section.paragraphs
    yield article.continued_to and f"（下转{article.continued_to}）"


def _pictures(article: Article) -> Iterator[str]:
    for figure in article.figures.all():
        yield "\n".join(
            filter(None, [f"［图］{figure.caption}", printed(photographers(figure, article)) or figure.credit])
        )


def _source(article: Article) -> str:
    page = article.page
    inferred = "（报名或日期为推断）" if page.is_inferred("publication") or page.is_inferred("date") else ""
    return f"——{page.publication or '报名未知'} {day(page.date)} {page_number(page.number)}{inferred}"
