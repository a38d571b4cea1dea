"""An article as a record: its header, and Dublin Core as oai_dc has it."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from django.conf import settings
from django.db.models import QuerySet

from articles.citations import printed_in, refer
from articles.citations.reference import one_line
from articles.models import Article, Tombstone
from articles.oai import moments, sets
from articles.oai.markup import add, add_all
from articles.typography import is_traditional

DC = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}
# The type of DCMI, and that of Zotero and the page heads.
TYPES = ("Text", "newspaperArticle")

TOLD = ("key", "changed", "column_key", "column", "kicker", "headline", "subtitle", "opening", "place")
PAGE_TOLD = ("publication", "date", "number", "name", "bases")

Address = Callable[[str], str]


def identifier(key: str) -> str:
    """oai:archive.example:article:k3m9…"""
    return f"oai:{settings.OAI_NAMESPACE}:article:{key}"


def key_of(text: str) -> str:
    """The key in an identifier, "" where it is none of ours."""
    prefix = identifier("")
    key = text.removeprefix(prefix)
    return key if text.startswith(prefix) and key.replace("-", "").isalnum() and key.isascii() else ""


def with_pages(articles: QuerySet) -> QuerySet:
    """What headers tell."""
    return articles.select_related("page").only("key", "changed", "column_key", "page__publication")


def with_parts(articles: QuerySet) -> QuerySet:
    """All that records tell, in a fixed number of queries."""
    related = articles.select_related("page", "continues", "continuation").prefetch_related("bylines")
    return related.only(*TOLD, *(f"page__{field}" for field in PAGE_TOLD), "continues__key", "continuation__key")


def add_header(parent: Element, row: Article | Tombstone) -> None:
    gone = isinstance(row, Tombstone)
    header = add(parent, "header", **({"status": "deleted"} if gone else {}))
    add(header, "identifier", identifier(row.key))
    add(header, "datestamp", moments.shown(row.changed))
    publication = row.publication if gone else row.page.publication
    add_all(header, "setSpec", (one.spec for one in sets.sets_of(publication, row.column_key)))


def add_record(parent: Element, row: Article | Tombstone, address: Address) -> None:
    """A record; address makes a path into an absolute address."""
    record = add(parent, "record")
    add_header(record, row)
    if isinstance(row, Article):
        metadata = add(record, "metadata")
        _add_dublin_core(metadata, row, address)


def _add_dublin_core(parent: Element, article: Article, address: Address) -> None:
    core = add(parent, "oai_dc:dc")
    core.attrib.update(DC)
    language = "zh-Hant" if is_traditional(article.opening or article.headline) else "zh-Hans"
    for name, texts in _elements(article, language, address).items():
        add_all(core, f"dc:{name}", texts)
    for told in core:
        if told.tag in ("dc:title", "dc:subject", "dc:description"):
            told.set("xml:lang", language)


def _elements(article: Article, language: str, address: Address) -> dict[str, Iterable[str]]:
    """{element: values}; one that says nothing is left out."""
    reference = refer(article, address(article.get_absolute_url()))
    parts = [part for part in (article.continues, getattr(article, "continuation", None)) if part]
    named = dict.fromkeys(one_line(byline.name) for byline in article.bylines.all())
    return {
        "title": [article.title, article.kicker, article.subtitle],
        "creator": reference.authors,
        "subject": [article.column],
        "description": [article.opening],
        "publisher": [reference.publication],
        "contributor": [name for name in named if name not in reference.authors],
        "date": [reference.date.isoformat() if reference.date else ""],
        "type": TYPES,
        "identifier": [reference.address],
        "source": [printed_in(reference)],
        "language": [language],
        "relation": [address(part.get_absolute_url()) for part in parts],
        "coverage": [article.place],
        "rights": [settings.RIGHTS],
    }
