"""Template words for the search: addresses that lead into it, passages that it found, choices it leaves."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from urllib.parse import quote_plus

from django import template
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from articles.addresses import address
from articles.search.compared import MAX_CHARACTERS, PARTING
from articles.search.query import parse

register = template.Library()

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
    return _led(address("search"), query, order, **more)


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
    return f"{address('trends')}?{urlencode({'q': words[:MAX_CHARACTERS]})}" if words else ""


@register.simple_tag
def result_address(article, query, order: str, place: int) -> str:
    """The address of a result that knows its place among the others, for the way on to the next."""
    return _led(article.get_absolute_url(), query, order, n=place)


@register.simple_tag
def choices(shown: Iterable, order: str) -> SafeString:
    """Choices of a heading as lines of a list, each the way to the query that makes it, or that takes it back."""
    return SafeString("".join(_choice(choice, order) for choice in shown))  # noqa: S308 — as below


def _choice(choice, order: str) -> str:
    """HTML, made without format_html: a page has a hundred of them, and as many times below."""
    count = "" if choice.count is None else COUNT.format(f"{choice.count:,}")
    return (CHOSEN if choice.chosen else CHOICE).format(_led_escaped(choice.query, order), escape(choice.text), count)


@register.simple_tag
def times(bars: Iterable, order: str) -> SafeString:
    """The labels of a timeline as lines of a list, each the way to the query held to its time; empty without room."""
    return SafeString("".join(f"<li>{_time(bar, order) if bar.labelled else ''}</li>" for bar in bars))  # noqa: S308 — as below


def _time(bar, order: str) -> str:
    """HTML."""
    label = f'<span class="y">{escape(bar.label)}</span>'
    if not bar.query:
        return f'{label}<span class="num quiet">0</span>'
    current = ' aria-current="true"' if bar.chosen else ""
    count = f'<span class="num">{bar.count:,}<span class="vh"> 篇</span></span>'
    return f'<a href="{_led_escaped(bar.query, order)}"{current}>{label}{count}</a>'


def _led_escaped(query: str, order: str) -> str:
    return escape(_led(address("search"), query, order))


def _led(path: str, query, order: str, **more) -> str:
    options = {"q": query, "order": "" if order == "relevance" else order, **more}
    kept = "&".join(f"{name}={_quoted(value)}" for name, value in options.items() if value)
    return f"{path}?{kept}" if kept else path


@lru_cache(maxsize=512)
def _quoted(value) -> str:
    """A page names its own query a hundred times."""
    return quote_plus(str(value))
