"""One article, page or person, whole."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles import records
from articles.models import Article, Byline, Page, Person
from articles.views.api.answers import moved, site_of, takes, told
from articles.views.around import related
from articles.views.former import renamed_person, successor

Asked = dict[str, Any]


@takes()
def article(request: HttpRequest, asked: Asked, key: str) -> HttpResponse:
    """The article; a former key leads to the present one, at the same kind of address."""
    if found := list(Article.objects.for_records().filter(key=key)):
        content = next(records.of_articles(found, site_of(request))) | _kin(found[0], site_of(request))
        return told(content, [("canonical", content["url"])])
    name = request.resolver_match.url_name if request.resolver_match else ""
    return moved(reverse(name or "api_article", args=[successor(key).key]))


def _kin(article: Article, site: str) -> dict[str, Any]:
    """Keywords, related articles and reprints, as the article's page shows them."""
    page = Article.objects.on_page(article.page)
    return records.of_kin(related(article, page, Article.objects.story(article.key)), site)


@takes()
def page(request: HttpRequest, asked: Asked, key: str) -> HttpResponse:
    found = get_object_or_404(Page, key=key)
    articles = Article.objects.on_page(found).for_lists()
    content = records.of_page(
        found, (records.brief_article(one, site_of(request)) for one in articles), site_of(request)
    )
    return told(content, [("canonical", content["url"])])


@takes()
def person(request: HttpRequest, asked: Asked, key: str) -> HttpResponse:
    """The person; a former key leads to the present one."""
    found = Person.objects.filter(key=key).first()
    if found is None:
        return moved(reverse("api_person", args=[renamed_person(key).key]))
    content = records.of_person(found, Byline.objects.filter(person=found).roles(), site_of(request))
    return told(content, [("canonical", content["url"])])
