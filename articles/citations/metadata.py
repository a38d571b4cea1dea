"""What an article tells machines in the head of its page: meta elements, and a NewsArticle of schema.org.

Zotero's reader of embedded metadata takes dc.type for the kind of item and dc.source for the paper; it would make a
journal article of what has a citation_journal_title, so that is never written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from articles.citations.reference import LANGUAGE, Reference, one_line

Tag = tuple[str, str, str]  # name or property, which of them, content
MOST_CORRECTIONS = 20
OPENING = 80


def meta_tags(reference: Reference, opening: str = "") -> list[Tag]:
    """(attribute, its value, content) in order; what is unknown is left out. opening: first words of the text."""
    return [tag for tag in _tags(reference, opening) if tag[2]]


def _tags(reference: Reference, opening: str) -> Iterator[Tag]:
    day = reference.date.isoformat() if reference.date else ""
    description = _description(reference, opening)
    yield "name", "description", description
    yield "property", "og:description", description
    yield "name", "citation_title", reference.title
    yield from (("name", "citation_author", name) for name in reference.authors)
    yield "name", "citation_date", day
    yield "name", "citation_firstpage", reference.number
    yield "name", "citation_language", LANGUAGE
    yield "name", "citation_public_url", reference.address
    yield "name", "dc.type", "newspaperArticle"
    yield "name", "dc.source", reference.publication
    yield "property", "article:published_time", day
    yield "property", "article:section", reference.section


def _description(reference: Reference, opening: str) -> str:
    """江州日报 〔2024年3月7日〕 泵站启动…… — what is inferred stands in 〔 〕."""
    day = reference.date
    facts = {"publication": reference.publication, "date": f"{day.year}年{day.month}月{day.day}日" if day else ""}
    said = [f"〔{fact}〕" if field in reference.inferred else fact for field, fact in facts.items() if fact]
    return one_line(" ".join([*said, opening[:OPENING]]))


def news_article(
    article: Any,
    reference: Reference,
    absolute: Callable[[str], str],
    notes: Iterable[Any] = (),
    keywords: Sequence[str] = (),
) -> dict[str, Any]:
    """schema.org/NewsArticle. absolute makes an address of a path; notes are what editors corrected (display.notes)."""
    day = reference.date.isoformat() if reference.date else ""
    paper = _filled({"@type": "Newspaper", "name": reference.publication})
    issue = _filled({"@type": "PublicationIssue", "datePublished": day, "isPartOf": paper})
    facts = {
        "headline": reference.title,
        "alternativeHeadline": [one_line(text) for text in (article.kicker, article.subtitle) if text],
        "author": list(_people(article, reference, absolute)),
        "datePublished": day,
        "dateline": one_line(" ".join(filter(None, [article.agency, article.place, article.dateline_date]))),
        "printPage": reference.number,
        "printSection": reference.section,
        "articleSection": reference.column,
        "isPartOf": issue,
        "keywords": list(keywords),
        "wordCount": article.length,
        "inLanguage": LANGUAGE,
        "url": reference.address,
        "correction": [_comment(note) for note in notes][:MOST_CORRECTIONS],
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | _filled(facts)


def _filled(facts: dict[str, Any]) -> dict[str, Any]:
    """Without what is unknown; {} where only the type is left."""
    known = {name: value for name, value in facts.items() if value}
    return {} if known.keys() == {"@type"} else known


def _people(article: Any, reference: Reference, absolute: Callable[[str], str]) -> Iterator[dict[str, str]]:
    pages = {one_line(one.name): one.person for one in article.bylines.all() if one.person}
    for name in reference.authors:
        address = absolute(pages[name].get_absolute_url()) if name in pages else ""
        yield _filled({"@type": "Person", "name": name, "url": address})


def _comment(note: Any) -> dict[str, str]:
    """主题：甲 → 乙。据原文。"""
    text = f"{note.field_words}：{note.printed or '未印'} → {note.proposed or '删去'}。{note.text}"
    return {"@type": "CorrectionComment", "text": one_line(text), "datePublished": note.when.isoformat()}
