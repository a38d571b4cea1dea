"""Template words for the results of a search: each as one word, since a page has twenty of them."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import typography
from articles.addresses import address
from articles.display.results import Result
from articles.search import highlight
from articles.templatetags.press import credited, fact, hits, lede, page_number, script
from articles.templatetags.searching import result_address

register = template.Library()

PARAGRAPH_END_RE = re.compile(r"(?<=[。！？…”’」』）])\n")
CUT, LEDE_WIDTH = "…", 100
RESULT = """<li class="result">
<p class="source ui num"><b>{paper}</b> <span>{day}</span> <span>{number}</span></p>
<div><hgroup class="stack s22"{script}>
{kicker}
<h2><a href="{address}">{title}</a></h2>
{subtitle}
</hgroup>
<p class="lede"{script}>{passages}</p>
<p class="after">{column}<span class="byline">{writers}{photographers}</span></p></div>
</li>"""


@register.simple_tag
def result(article: Result, query, order: str, place: int) -> SafeString:
    """The result at this place of the list (from 1), with what was found in it marked."""
    return format_html(
        RESULT,
        paper=fact(article.page, "publication"),
        day=fact(article.page, "date"),
        number=page_number(article.page.number),
        script=script(article.opening),
        kicker=_tier("kicker", article.kicker, query),
        address=result_address(article, query, order, place),
        title=hits(article.title, query, "headline"),
        subtitle=_tier("subtitle", article.subtitle, query),
        passages=passages(article, query),
        column=_label(article.column, query),
        writers=credited(article.writers, True, query),
        photographers=_photographers(article, query),
    )


def _tier(name: str, text: str, query) -> SafeString | str:
    return format_html('<p class="{}">{}</p>', name, hits(text, query, "headline")) if text else ""


def _label(column: str, query) -> SafeString | str:
    if not column:
        return ""
    return format_html('<a class="label" href="{}">{}</a>', address("column", column), hits(column, query, "setting"))


def _photographers(article: Result, query) -> SafeString | str:
    photo = article.photo
    return format_html(" {}", credited(article.photographers(photo), True, query) or photo.credit) if photo else ""


def passages(article: Result, query) -> SafeString:
    """Up to three passages of the article with what was found in them, or its opening."""
    text = typography.full_width("\n".join(article.body))
    found = "".join(_run_on(passage) for passage in highlight.passages(text, query, count=3))
    if not found:
        return lede(article.opening, LEDE_WIDTH)
    before, after = CUT * found.startswith(CUT), CUT * found.endswith(CUT)
    return mark_safe(f"{before}{found}{after}")  # noqa: S308 — escaped and marked by the search


def _run_on(passage: SafeString) -> str:
    """A passage over several paragraphs as one: no blank where a sentence has ended."""
    return PARAGRAPH_END_RE.sub("", passage)
