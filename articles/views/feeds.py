"""Feeds: what is new of the whole, of a person, a column, a place, a search; each as Atom and as JSON Feed."""

import datetime
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join, linebreaks

from articles.citations import refer
from articles.corrections.targets import homes
from articles.display.errata import Erratum
from articles.feeds import Entry, Feed, atom, jsonfeed
from articles.models import Article, Correction, Load, Page, Person
from articles.queries import ArticleQuerySet
from articles.search.query import MAX_CHARACTERS, parse
from articles.templatetags.press import day, page_number
from articles.templatetags.searching import search_address
from articles.views.former import renamed_column, renamed_person
from articles.views.search import asked
from articles.views.texts import plain_text

SIZE = 50
FORMS = {
    "atom": (atom.write, "application/atom+xml; charset=utf-8"),
    "json": (jsonfeed.write, "application/feed+json; charset=utf-8"),
}
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def articles(request: HttpRequest, form: str) -> HttpResponse:
    """What was last taken into the archive or changed in it."""
    return _told(request, form, "新文章", reverse("home"), _of_articles(request, Article.objects.latest_changed()))


def pages(request: HttpRequest, form: str) -> HttpResponse:
    """The pages last taken in."""
    newest = list(Page.objects.for_lists().order_by("-pk")[:SIZE])
    return _told(request, form, "新版面", reverse("issues"), _of_pages(request, newest))


def errata(request: HttpRequest, form: str) -> HttpResponse:
    """What was last corrected."""
    newest = list(Correction.objects.errata()[:SIZE])
    return _told(request, form, "勘误", reverse("errata"), _of_errata(request, newest))


def person(request: HttpRequest, form: str, key: str) -> HttpResponse:
    person = Person.objects.filter(key=key).first()
    if person is None:
        return redirect("feed_person", renamed_person(key).key, form, permanent=True)
    work = Article.objects.by(person).latest_changed()
    return _told(request, form, str(person), person.get_absolute_url(), _of_articles(request, work))


def column(request: HttpRequest, form: str, name: str) -> HttpResponse:
    found = list(_of_articles(request, Article.objects.in_column(name).latest_changed()))
    if not found:
        return redirect("feed_column", renamed_column(name), form, permanent=True)
    return _told(request, form, f"栏目：{name}", reverse("column", args=[name]), found)


def place(request: HttpRequest, form: str, name: str) -> HttpResponse:
    found = list(_of_articles(request, Article.objects.from_place(name).latest_changed()))
    if not found:
        raise Http404
    return _told(request, form, f"地名：{name}", reverse("place", args=[name]), found)


def search(request: HttpRequest, form: str) -> HttpResponse:
    """The newest of what the query finds; 400 where there is no query."""
    typed, _ = asked(request)
    if not typed or len(typed) > MAX_CHARACTERS:
        raise BadRequest(f"q 是检索式，1 到 {MAX_CHARACTERS} 字。")
    query = parse(typed)
    numbers = Article.objects.matching(query, "newest", limit=SIZE).numbers
    found = [_of_article(request, article) for article in Article.objects.with_text().ranked(numbers)]
    response = _told(request, form, f"检索：{query}", search_address(query, "newest"), found)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _told(request: HttpRequest, form: str, title: str, home: str, entries: Iterable[Entry]) -> HttpResponse:
    """The feed as a document, open to other sites."""
    write, content_type = FORMS[form]
    entries, full = list(entries), request.build_absolute_uri
    changed = max((entry.updated for entry in entries), default=None) or _loaded()
    names = {"title": f"{title} – {settings.SITE_NAME}", "author": settings.SITE_NAME}
    feed = Feed(_tag(request, home), full(), full(home), updated=changed, entries=entries, **names)
    return HttpResponse(write(feed), content_type=content_type, headers=settings.OPEN_HEADERS)


def _loaded() -> datetime.datetime:
    """When the archive last changed."""
    return Load.objects.values_list("finished", flat=True).first() or NEVER


def _tag(request: HttpRequest, path: str) -> str:
    """An id that holds whatever becomes of the address (RFC 4151): tag:archive.example,2026:/articles/k3…/"""
    return f"tag:{request.get_host().partition(':')[0]},2026:{path}"


def _of_articles(request: HttpRequest, articles: ArticleQuerySet) -> Iterator[Entry]:
    return (_of_article(request, article) for article in articles.with_text()[:SIZE])


def _of_article(request: HttpRequest, article: Article) -> Entry:
    path = article.get_absolute_url()
    reference = refer(article, request.build_absolute_uri(path))
    return Entry(
        _tag(request, path),
        reference.address,
        reference.title,
        linebreaks(plain_text(article).rstrip(), autoescape=True),
        article.changed,
        _morning(article.page),
        reference.authors,
        [article.column] if article.column else [],
    )


def _morning(page: Page) -> datetime.datetime | None:
    """The beginning of the day on which the page came out."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime.datetime.combine(page.date, datetime.time(), zone) if page.date else None


def _of_pages(request: HttpRequest, pages: list[Page]) -> Iterator[Entry]:
    articles: dict[int, list[Article]] = {page.pk: [] for page in pages}
    for article in Article.objects.on_pages(pages).for_titles():
        articles[article.page_id].append(article)
    for page in pages:
        own, path, full = articles[page.pk], page.get_absolute_url(), request.build_absolute_uri
        title = "　".join(filter(None, [page.publication, day(page.date), page_number(page.number), page.name]))
        links = ((full(article.get_absolute_url()), article.title) for article in own)
        html = format_html("<ol>{}</ol>", format_html_join("", '<li><a href="{}">{}</a></li>', links))
        changed = max((article.changed for article in own), default=None) or _loaded()
        yield Entry(_tag(request, path), full(path), title, html, changed, _morning(page))


def _of_errata(request: HttpRequest, entries: list[Correction]) -> Iterator[Entry]:
    where = homes(entries)
    for told in (Erratum(entry, where.get(entry)) for entry in entries):
        path = told.home.get_absolute_url() if told.home else reverse("errata")
        said = f"{told.field}：{told.old or '未印'} → {told.new or '删去'}"
        html = format_html("<p>{}</p><p>{}</p>", said, told.entry.reason)
        named = f"{told.title}（{told.kind}）" if told.title else told.kind
        own = f"{reverse('errata')}{told.entry.pk}"
        yield Entry(_tag(request, own), request.build_absolute_uri(path), named, html, told.entry.created)
