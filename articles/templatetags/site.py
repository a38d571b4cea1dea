"""Template words for the site itself: ways in, lists over several pages."""

import json
from functools import lru_cache

from django import template
from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from articles.addresses import address

register = template.Library()
register.simple_tag(address, name="address")
FEEDS = {"atom": "application/atom+xml", "json": "application/feed+json"}

# (name of the address, word, names of the addresses where it is the current one)
NAV = (
    ("issues", "刊期", ("issues", "issues_year", "issue", "page")),
    ("people", "人物", ("people", "person", "network")),
    ("columns", "栏目", ("columns", "column")),
    ("places", "地名", ("places", "place")),
    ("photos", "图片", ("photos",)),
    ("quantities", "数字", ("quantities",)),
    ("trends", "词频", ("trends",)),
    ("errata", "勘误", ("errata",)),
    ("about", "说明", ("about",)),
)


@register.simple_tag(takes_context=True)
def nav(context) -> SafeString:
    """The ways in; the one the reader is in is marked as current."""
    match = getattr(context.get("request"), "resolver_match", None)
    return _ways(match.url_name if match else None, get_script_prefix())


@lru_cache
def _ways(here: str | None, prefix: str) -> SafeString:
    """The same for every page of one address (`prefix` is that of all addresses), and twice on each."""
    current = mark_safe(' aria-current="true"')
    ways = ((reverse(name), current if here in within else "", word) for name, word, within in NAV)
    return format_html('<ul class="nav">{}</ul>', format_html_join("", '<li><a href="{}"{}>{}</a></li>', ways))


@register.simple_tag
def feeds(title: str, kind: str, *names: str, **query: str) -> SafeString:
    """The links to the feed of this kind (of this person, column, …), as Atom and as JSON, for the head of the page."""
    typed = f"?{urlencode(query)}" if query else ""
    forms = ((media, title, address(f"feed_{kind}", *names, form) + typed) for form, media in FEEDS.items())
    return format_html_join("\n", '<link rel="alternate" type="{}" title="{}" href="{}">', forms)


@register.filter
def duration(seconds: float) -> str:
    """As one would say it: 0.4 → 不到 1 秒, 59 → 59 秒, 369.7 → 6 分 10 秒, 7384 → 2 小时 3 分."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "小时"), (minutes, "分"), (0 if hours else rest, "秒"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "不到 1 秒"


@register.filter
def ellipsized(page) -> list:
    """The page numbers of a paginator to show, with … where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


# What of an address tells one page from another; the rest is a way of looking at it, or where one came from.
TELLING = ("q", "paper", "by", "year", "kind", "letter", "head", "page")
# Within a data block no sign may end it, or be taken for markup.
INERT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_block_tag
def titled(content: str) -> SafeString:
    """The title of the page, and the same for a card on other sites, where the site is named beside it."""
    card = " ".join(content.split()).removesuffix(f" – {escape(settings.SITE_NAME)}")
    return format_html('<title>{}</title>\n<meta property="og:title" content="{}">', content, mark_safe(card))  # noqa: S308 — as the block escaped it


@register.simple_tag(takes_context=True)
def canonical(context) -> SafeString | str:
    """The page's own address in full; nothing on an error page."""
    request = context.get("request")
    if request is None or "status" in context:
        return ""
    asked = urlencode({name: request.GET[name] for name in TELLING if request.GET.get(name)})
    address = context.get("address") or request.build_absolute_uri(request.path + (f"?{asked}" if asked else ""))
    return format_html('<link rel="canonical" href="{0}">\n<meta property="og:url" content="{0}">', address)


@register.filter
def data_block(facts: dict) -> SafeString:
    """Facts as JSON for machines: a browser runs none of it, so the policy against scripts stands."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).translate(INERT)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 — made inert above
