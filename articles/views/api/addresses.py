"""Addresses of the API."""

from django.urls import path

from articles.views.api import guide, lists, openapi, quoted, search, single, suggest

urlpatterns = [
    path("", guide.guide, name="api"),
    path("v1/", guide.index, name="api_v1"),
    path("v1/openapi.json", openapi.openapi, name="openapi"),
    path("v1/articles", lists.articles, name="api_articles"),
    path("v1/articles/<str:key>", single.article, name="api_article"),
    path("v1/pages", lists.pages, name="api_pages"),
    path("v1/pages/<str:key>", single.page, name="api_page"),
    path("v1/people", lists.people, name="api_people"),
    path("v1/people/<path:key>", single.person, name="api_person"),
    path("v1/columns", lists.columns, name="api_columns"),
    path("v1/places", lists.places, name="api_places"),
    path("v1/photos", lists.photos, name="api_photos"),
    path("v1/quantities", quoted.quantities, name="api_quantities"),
    path("v1/errata", lists.errata, name="api_errata"),
    path("v1/search", search.search, name="api_search"),
    path("v1/suggest", suggest.suggest, name="api_suggest"),
]
