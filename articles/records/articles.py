"""Articles and pictures as objects."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from articles.corrections.targets import for_articles
from articles.display.signatures import photographers, writers
from articles.models import Article, Byline, Correction, Figure
from articles.records.corrections import of_correction, of_doubt
from articles.records.pages import place_of

Record = dict[str, Any]
TITLES = ("headline", "kicker", "subtitle", "column")


def of_articles(articles: Sequence[Article], site: str = "") -> Iterator[Record]:
    """Articles fetched `for_records()`, whole; the journal is asked about all of them at once, in three queries."""
    journals = for_articles(articles)
    return (of_article(article, journals[article.key], site) for article in articles)


def of_article(article: Article, journal: Iterable[Correction], site: str = "") -> Record:
    """One article fetched `for_records()`, whole; journal: the entries about it and its page."""
    return (
        {"key": article.key, "url": address(article, site), "title": article.title}
        | _as_read(article)
        | {"is_photo": article.is_photo, "position": article.position, "length": article.length}
        | {"changed": article.changed.isoformat()}
        | place_of(article.page, site)
        | {"continues": _named(article.continues, site)}
        | {"continuation": _named(getattr(article, "continuation", None), site)}
        | _sureness(article)
        | {"printed": article.printed, "corrected": article.corrected}
        | {"corrections": [of_correction(entry) for entry in journal if _is_told(entry)]}
    )


def _is_told(entry: Correction) -> bool:
    return entry.state == Correction.State.APPLIED and entry.is_correction


def brief_article(article: Article, site: str = "") -> Record:
    """One article fetched `for_lists()`, as lists have it."""
    return {
        "key": article.key,
        "url": address(article, site),
        "title": article.title,
        **_titles(article),
        **place_of(article.page, site),
        "place": article.place or None,
        "bylines": [of_byline(byline) for byline in writers(article)],
        "opening": article.opening,
        "length": article.length,
        "is_photo": article.is_photo,
        "truncated": article.truncated,
        "doubts": article.doubtful,
    }


def of_kin(kin: Any, site: str = "") -> Record:
    """What an article is about, and which articles are akin to it (queries.kinship)."""
    links = {name: [_named(article, site) for article in getattr(kin, name)] for name in ("related", "reprints")}
    return {"keywords": kin.keywords, **links}


def photo(figure: Figure, site: str = "") -> Record:
    """A picture with its article, fetched by `with_articles()`."""
    article = figure.article
    return {
        "key": f"{article.key}-{figure.position}",
        "url": address(article, site),
        **_figure(figure, article),
        "article": _named(article, site),
        **place_of(article.page, site),
    }


def address(row: Any, site: str = "") -> str:
    """Where the row is read."""
    return site + row.get_absolute_url()


def of_byline(byline: Byline) -> Record:
    """A credit as read, with the person's key where it names one."""
    values = {name: getattr(byline, name) or None for name in ("name", "role", "affiliation", "action")}
    return values | {"person": byline.person.key if byline.person else None}


def _as_read(article: Article) -> Record:
    """What reading the page yields of the article, corrections applied: the form of the reading schema."""
    return {
        **_titles(article),
        "deck": article.deck,
        "dateline": _dateline(article),
        "bylines": [of_byline(byline) for byline in writers(article)],
        "sections": [
            {"heading": section.heading or None, "paragraphs": section.paragraphs} for section in article.sections.all()
        ],
        "figures": [_figure(figure, article) for figure in article.figures.all()],
        "continued_from": article.continued_from or None,
        "continued_to": article.continued_to or None,
        "truncated": article.truncated,
    }


def _titles(article: Article) -> Record:
    return {name: getattr(article, name) or None for name in TITLES}


def _dateline(article: Article) -> Record | None:
    line = {"agency": article.agency or None, "place": article.place or None, "date": article.dateline_date or None}
    return line if any(line.values()) else None


def _figure(figure: Figure, article: Article) -> Record:
    credits = [of_byline(byline) for byline in photographers(figure, article)]
    return {"caption": figure.caption or None, "credits": credits, "credit": figure.credit or None}


def _named(article: Article | None, site: str) -> Record | None:
    return article and {"key": article.key, "url": address(article, site), "title": article.title}


def _sureness(article: Article) -> Record:
    """Where it stands in the page's text, [[start, end, field], …], and what is unsure."""
    spans = [[start, end, field] for start, end, field, position in article.page.spans if position == article.position]
    doubts = [of_doubt(doubt) for doubt in article.doubts]
    return {"spans": spans, "doubts": doubts, "confidence": article.confidence}
