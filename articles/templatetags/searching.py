"""Template words for the search: addresses that lead into it."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from articles.search.compared import MAX_CHARACTERS, PARTING
from articles.search.query import parse

register = template.Library()

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


def _led(path: str, query, order: str, **more) -> str:
    options = {"q": str(query), "order": "" if order == "relevance" else order, **more}
    kept = urlencode({name: value for name, value in options.items() if value})
    return f"{path}?{kept}" if kept else path
