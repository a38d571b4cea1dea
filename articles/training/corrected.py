"""Pages of the archive as training examples: those that editors corrected or checked, as they left them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher

from django.db.models import Q

from articles.corrections import targets
from articles.corrections.printed import TITLE_FIELDS
from articles.models import Article, Byline, Correction, Figure, Page
from articles.reading.lines import split_lines
from articles.reading.model import Model
from articles.training.alignment import Truth, labels_from_truth, squeeze
from articles.training.examples import Example
from articles.training.filling import filled
from articles.training.pages import possible_fields

# A corrected value so like the printed one corrects its wording, not which line it is.
ALIKE = 0.5


def examples_of_archive(model: Model) -> Iterator[tuple[str, Example]]:
    """(key, example) for every page that editors have seen; the model knows best of lines that they leave open.

    An editor who corrected one article has seen the page: its other articles count as read right. So does a page on
    which every doubt has been looked at. A line refused as a title may be of the page's furniture.
    """
    for page in _pages():
        lines = split_lines(page.text, dict(page.stated))
        truth = _truth_of(page, {squeeze(line.text) for line in lines})
        labels = labels_from_truth(lines, truth)
        yield page.key, Example(lines, filled(lines, labels, model, possible_fields(truth) | {"furniture"}))


def _pages() -> Iterator[Page]:
    entries = Correction.objects.in_force()
    corrected = _keys(entries.corrections().filter(target__startswith=targets.ARTICLE))
    open_doubts = Page.objects.filter(Q(articles__doubtful__gt=0) | ~Q(doubts=[])).values("pk")
    looked_at = Q(key__in=_keys(entries.checks())) & ~Q(pk__in=open_doubts)
    return Page.objects.filter(Q(key__in=corrected) | looked_at).order_by("key").iterator(chunk_size=100)


def _keys(entries: Iterable[Correction]) -> set[str]:
    return {key for entry in entries if (key := targets.page_of(entry))}


def _truth_of(page: Page, lines: Collection[str]) -> Truth:
    """The page in the reading schema, as far as labels depend on it."""
    articles = list(page.articles.order_by("position").prefetch_related("sections", "figures", "bylines"))
    titles = [_titles(article, lines) for article in articles]
    claimed = {
        squeeze(title[field])
        for title, article in zip(titles, articles, strict=True)
        for field in TITLE_FIELDS
        if field in article.corrected
    }
    return {
        "articles": [title | _rest(article, claimed) for title, article in zip(titles, articles, strict=True)],
        "furniture": _unclaimed(page.furniture, claimed),
    }


def _titles(article: Article, lines: Collection[str]) -> dict[str, str]:
    return {field: _as_printed(article, field, lines) for field in TITLE_FIELDS}


def _as_printed(article: Article, field: str, lines: Collection[str]) -> str:
    """A title as it stands on the page, where an editor has only mended its wording."""
    value, printed = getattr(article, field), article.printed.get(field, "")
    if squeeze(value) in lines or SequenceMatcher(None, value, printed).ratio() < ALIKE:
        return value
    return printed


def _rest(article: Article, claimed: Collection[str]) -> Truth:
    """An article but for its titles; texts that an editor made a title of are no longer found elsewhere."""
    credits = list(article.bylines.all())
    return {
        "deck": _unclaimed(article.deck, claimed),
        "bylines": _names(credits, None),
        "sections": [
            {
                "heading": next(iter(_unclaimed([section.heading], claimed)), None),
                "paragraphs": _unclaimed(section.paragraphs, claimed),
            }
            for section in article.sections.all()
        ],
        "figures": [
            {"caption": figure.caption, "credits": _names(credits, figure)} for figure in article.figures.all()
        ],
        "continued_from": article.continued_from,
        "continued_to": article.continued_to,
    }


def _unclaimed(texts: Collection[str], claimed: Collection[str]) -> list[str]:
    return [text for text in texts if squeeze(text) not in claimed]


def _names(credits: Collection[Byline], figure: Figure | None) -> list[dict[str, str]]:
    number = figure.pk if figure else None
    return [{"name": credit.name} for credit in credits if credit.figure_id == number]
