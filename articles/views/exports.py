"""Articles as a file in a format of the reader's choice: one article, or those that a search finds, streamed."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from articles import citations
from articles.batches import batches
from articles.models import Article
from articles.queries import ArticleQuerySet
from articles.search.query import MAX_CHARACTERS, parse
from articles.views.tables import JSON_LINES, Entry, articles_csv, articles_jsonl
from newsroom import errors

MOST = 2_000  # so many articles of a list are given: as many as a search ranks
MOST_ROWS = 100_000  # of a table: beyond those that are ranked, by day
BATCH = 100  # articles fetched at a time
CHUNK = 32_768  # characters sent at a time


@dataclass(frozen=True)
class Format:
    """How articles are written: write makes of the entries the pieces of the file, its head and foot included.

    label: what readers call it; ending: of the file's name; most: so many articles of a list are given; companions:
    what of the articles the writer reads.
    """

    label: str
    content_type: str
    ending: str
    write: Callable[[Iterable[Entry]], Iterator[str]]
    most: int = MOST
    companions: Callable[[ArticleQuerySet], ArticleQuerySet] = ArticleQuerySet.for_lists


def _records(cite: Callable[[citations.Reference], str]) -> Callable[[Iterable[Entry]], Iterator[str]]:
    return lambda entries: (cite(citations.refer(*entry)) for entry in entries)


def _csl_items(entries: Iterable[Entry]) -> Iterator[str]:
    """A JSON array, an item a line."""
    before = "[\n"
    for entry in entries:
        yield before + json.dumps(citations.csl(citations.refer(*entry)), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


CITATIONS = {
    "gbt": Format(
        "GB/T 7714—2025",
        "text/plain; charset=utf-8",
        "gbt.txt",
        _records(lambda reference: f"{citations.gbt7714_2025(reference)}\n"),
    ),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", "ris", _records(citations.ris)),
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", "bib", _records(citations.bibtex)),
    "csl": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json", _csl_items),
}
TABLES = {
    "csv": Format("CSV", "text/csv; charset=utf-8", "csv", articles_csv, MOST_ROWS),
    "jsonl": Format("JSON Lines", JSON_LINES, "jsonl", articles_jsonl, MOST_ROWS, ArticleQuerySet.for_records),
}
# By the value of ?format=; the order is the one in which they are offered.
FORMATS = {**TABLES, **CITATIONS}


def exported(request: HttpRequest, name: str, typed: str, order: str) -> HttpResponse | StreamingHttpResponse:
    """The articles that the query finds, in its order, as many as the format gives; 406 for an unknown one."""
    if (form := FORMATS.get(name)) is None:
        return refused(406, f"没有“{name[:20]}”这种格式，可用：{'、'.join(FORMATS)}。")
    if len(typed) > MAX_CHARACTERS:
        return refused(400, f"最多 {MAX_CHARACTERS} 字，这里有 {len(typed)} 字。", form)
    return file_of(request, form, Article.objects.matching(parse(typed), order, limit=form.most).numbers)


def file_of(
    request: HttpRequest, form: Format, numbers: Sequence[int], name: str = "articles"
) -> StreamingHttpResponse:
    """A file of the articles with these numbers, in this order, fetched in batches while it is sent."""
    pieces = form.write(_entries(request, form, numbers))
    response = StreamingHttpResponse(_chunks(pieces), content_type=form.content_type, headers=settings.OPEN_HEADERS)
    attached = not form.content_type.startswith("text/plain")
    response["Content-Disposition"] = content_disposition_header(attached, f"{name}.{form.ending}")
    return response


def refused(status: int, detail: str, form: Format | None = None) -> HttpResponse:
    """An error in the format asked for: a problem document beside JSON, else a line of text."""
    if form and "json" in form.content_type:
        return errors.problem(status, detail)
    line = " ".join(detail.split())
    return HttpResponse(f"{line}\n", "text/plain; charset=utf-8", status, headers=settings.OPEN_HEADERS)


def _entries(request: HttpRequest, form: Format, numbers: Sequence[int]) -> Iterator[Entry]:
    for some in batches(numbers, BATCH):
        for article in form.companions(Article.objects.all()).ranked(some):
            yield article, request.build_absolute_uri(article.get_absolute_url())


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if sum(map(len, held)) >= CHUNK:
            yield "".join(held)
            held = []
    yield "".join(held)
