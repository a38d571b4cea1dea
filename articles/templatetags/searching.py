"""Template words for the search: addresses that lead into it, passages that it found, choices it leaves."""

import re
from collections.abc import Iterable
from urllib.parse import quote_plus

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from articles import typography
from articles.search import highlight
from articles.search.compared import MAX_CHARACTERS, PARTING
from articles.search.query import parse
from articles.templatetags.press import lede, script

register = template.Library()

PARAGRAPH_END_RE = re.compile(r"(?<=[。！？…”’」』）])\n")
CUT, LEDE_WIDTH = "…", 100
CHOICE = '<li><a href="{}">{}</a>{}</li>'
CHOSEN = (
    '<li><a class="chosen" aria-current="true" href="{}"><span class="vh">去掉</span>{}'
    '<span class="x" aria-hidden="true">×</span></a>{}</li>'
)
COUNT = '<span class="n">{}<span class="vh"> 篇</span></span>'
FIELDS = {"paper": "报纸", "date": "日期", "page": "版", "person": "记者", "column": "栏目", "place": "地点"}


@register.simple_tag
def search_address(query, order: str = "relevance", **more) -> str:
    """The address of a search; what has its usual value is left out: /search/?q=水库&order=newest"""
    return _led(reverse("search"), query, order, **more)


@register.simple_tag
def search_for(word: str) -> str:
    """The address of a search for one word: /search/?q=水库"""
    return search_address(parse(word))


@register.simple_tag
def search_within(**fields) -> str:
    """The address of the search held to a paper, date, page or person, those of them that are known."""
    typed = " ".join(f'{FIELDS[name]}:"{value}"' for name, value in fields.items() if value)
    return search_address(parse(typed))


@register.simple_tag
def trends_address(query) -> str:
    """The address where the words of a query are compared over time; "" for one without words."""
    words = "，".join(text for text in query.texts if not set(text) & set(PARTING))
    return f"{reverse('trends')}?{urlencode({'q': words[:MAX_CHARACTERS]})}" if words else ""


@register.simple_tag
def result_address(article, query, order: str, place: int) -> str:
    """The address of a result that knows its place among the others, for the way on to the next."""
    return _led(article.get_absolute_url(), query, order, n=place)


@register.simple_tag
def choices(shown: Iterable, order: str) -> SafeString:
    """Choices of a heading as lines of a list, each the way to the query that makes it, or that takes it back."""
    path = reverse("search")
    return format_html_join("", "{}", ((_choice(path, choice, order),) for choice in shown))


def _choice(path: str, choice, order: str) -> SafeString:
    count = "" if choice.count is None else format_html(COUNT, f"{choice.count:,}")
    return format_html(CHOSEN if choice.chosen else CHOICE, _led(path, choice.query, order), choice.text, count)


@register.simple_tag
def snippet(article, query) -> SafeString:
    """Up to three passages of the article, one fetched for_results, with what was found in them, or its opening."""
    text = typography.full_width("\n".join(_body(article)))
    found = "".join(_run_on(passage) for passage in highlight.passages(text, query, count=3))
    before, after = CUT * found.startswith(CUT), CUT * found.endswith(CUT)
    shown = mark_safe(f"{before}{found}{after}") if found else lede(article.opening, LEDE_WIDTH)  # noqa: S308 — as below
    return format_html('<p class="lede"{}>{}</p>', script(article.opening), shown)


def _run_on(passage: SafeString) -> SafeString:
    """A passage over several paragraphs as one: no blank where a sentence has ended."""
    return mark_safe(PARAGRAPH_END_RE.sub("", passage))  # noqa: S308 — escaped and marked by the search


def _body(article) -> list[str]:
    """Deck, subheads, paragraphs and captions of an article, in order."""
    parts = [line for part in article.parts for line in (part.heading, *part.paragraphs)]
    return [line for line in (*article.deck, *parts, *(picture.caption for picture in article.pictures)) if line]


def _led(path: str, query, order: str, **more) -> str:
    options = {"q": str(query), "order": "" if order == "relevance" else order, **more}
    kept = "&".join(f"{name}={quote_plus(str(value))}" for name, value in options.items() if value)
    return f"{path}?{kept}" if kept else path
