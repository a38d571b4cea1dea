"""版: a page's articles beside its source."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.display.annotation import inferred_notes
from articles.display.collation import FIELD_WORDS, collate
from articles.display.editions import Leaf, beside, leaves
from articles.models import Article, Page

LEGEND = ("headline", "kicker", "subtitle", "column", "continued_to", "dateline", "byline", "heading", "caption")


def page(request: HttpRequest, key: str) -> HttpResponse:
    page = get_object_or_404(Page, key=key)
    articles = list(Article.objects.on_page(page).with_text().with_links())
    issue = Page.objects.of_issue(page).for_lists().in_print_order()
    before, after = beside(issue, page)
    context = {
        "page": page,
        "before": before,
        "after": after,
        "held": {one.plain_number for one in issue if one.number},
        "entries": collate(page, articles),
        "notes": inferred_notes(page, articles),
        "legend": [(field, FIELD_WORDS[field]) for field in LEGEND],
        "leaves": leaves([Leaf(one.number, one) for one in issue]) if len(issue) > 1 else [],
        "count": sum(not sign.isspace() for sign in page.text),
    }
    return render(request, "page.html", context)


def page_txt(request: HttpRequest, key: str) -> HttpResponse:
    """The source as it came."""
    page = get_object_or_404(Page, key=key)
    return HttpResponse(page.text, content_type="text/plain; charset=utf-8")
