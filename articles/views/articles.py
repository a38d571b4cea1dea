"""An article: to read, to cite, as plain text, as a file for a reference manager."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.vary import vary_on_headers

from articles import citations
from articles.corrections.targets import for_page
from articles.display.annotation import Annotated, annotate
from articles.display.quoted import parts_of, tell_quoted
from articles.display.story import following, tell
from articles.models import Article, Correction, Quantity
from articles.queries import Kin
from articles.views.api import single
from articles.views.api.answers import JSON
from articles.views.around import around, ends, related
from articles.views.exports import CITATIONS, file_of, refused
from articles.views.former import successor
from articles.views.hits import hits_in
from articles.views.texts import plain_text
from articles.views.trail import trail

ENDINGS = {form.ending: form for form in CITATIONS.values()}


@vary_on_headers("Accept")
def article(request: HttpRequest, key: str) -> HttpResponse:
    """The article as a page, or as an object for who asks for JSON."""
    if request.get_preferred_type(["text/html", JSON]) == JSON:
        return single.article(request, key=key)
    parts = list(Article.objects.for_reading().story(key))
    article = next((part for part in parts if part.key == key), None)
    if article is None:
        return redirect(successor(key), permanent=True)
    siblings = list(Article.objects.on_page(article.page).for_titles())
    annotated = annotate(article, siblings, _corrections(article, siblings))
    story = tell(article, annotated, following(article, parts))
    kin = related(article, siblings, parts)
    context = {"article": article, "page": article.page, "annotated": annotated, "story": story, "kin": kin}
    context |= {**trail(request, article), **_citation(request, article, annotated, kin)}
    context |= hits_in(story, context["query"])
    context |= {**around(article, siblings), **ends(article, story.last, parts)}
    context["quoted"] = tell_quoted(story, Quantity.objects.for_page(parts_of(story)))
    return render(request, "article.html", context)


def article_txt(request: HttpRequest, key: str) -> HttpResponse:
    article = Article.objects.for_reading().filter(key=key).first()
    if article is None:
        return redirect("article_txt", successor(key).key, permanent=True)
    return HttpResponse(plain_text(article), content_type="text/plain; charset=utf-8")


def article_file(request: HttpRequest, key: str, ending: str) -> HttpResponseBase:
    """The article in the format that the ending names; 404 for no such article, 406 for no such format."""
    form = ENDINGS.get(ending)
    article = Article.objects.filter(key=key).first()
    try:
        if article is None:
            return redirect("article_file", successor(key).key, ending, permanent=True)
    except Http404:
        return refused(404, "没有这一篇。", form)
    if form is None:
        return refused(406, f"没有“{ending[:20]}”这种格式，可用：{'、'.join(ENDINGS)}。")
    return file_of(request, form, [article.number], article.key)


def _corrections(article: Article, siblings: list[Article]) -> list[Correction]:
    journal = for_page(article.page.key, [one.key for one in siblings])
    return journal.get(f"article:{article.key}", []) + journal.get(f"page:{article.page.key}", [])


def _citation(request: HttpRequest, article: Article, annotated: Annotated, kin: Kin) -> dict:
    """What names the article: the address in full, references, files; and for machines its tags and news."""
    address = request.build_absolute_uri(article.get_absolute_url())
    reference = citations.refer(article, address)
    corrected = [note for note in annotated.head if note.when]
    return {
        "address": address,
        "citation": citations.gbt7714_2025(reference),
        "is_inferred": bool(reference.inferred),
        "citation_2015": citations.gbt7714_2015(reference, timezone.localdate()),
        "files": [(form.label, form.ending) for name, form in CITATIONS.items() if name != "gbt"],
        "tags": citations.meta_tags(reference, article.opening),
        "news": citations.news_article(article, reference, request.build_absolute_uri, corrected, kin.keywords),
    }
