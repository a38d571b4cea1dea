"""What the search that a reader came from found in the article."""

from collections.abc import Iterable, Iterator

from articles.display.story import Story
from articles.display.tabular import Table
from articles.models import Article
from articles.search.query import Query
from articles.templatetags.marks import spots


def hits_in(story: Story, query: Query) -> dict:
    """{hits, is_in_text, anchors}: how many hits are shown, and the anchor that the first one in the text takes."""
    if not query:
        return {}
    head, text = (sum(len(spots(part, query)) for part in parts) for parts in (_head(story), _text(story)))
    return {"hits": head + text, "is_in_text": text > 0, "anchors": iter(["hit"])}


def _head(story: Story) -> Iterator[str]:
    """What stands above the text, and all names."""
    article = story.article
    yield from (article.column, article.kicker, article.title, article.subtitle)
    for part in (article, *(leg.article for leg in story.legs)):
        yield from (byline.name for byline in part.bylines.all())


def _text(story: Story) -> Iterator[str]:
    yield from _beside(story.article)
    for part in story.parts:
        yield part.heading
        for block in part.blocks:
            yield from block.cells if isinstance(block, Table) else [block.text]
    for leg in story.legs:
        yield from _beside(leg.article)


def _beside(article: Article) -> Iterable[str]:
    return [*article.deck, *(figure.caption for figure in article.figures.all())]
