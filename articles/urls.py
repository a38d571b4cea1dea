"""Addresses of the public site."""

from django.urls import include, path, register_converter

from articles.views import (
    about,
    advanced,
    articles,
    cite,
    columns,
    errata,
    feeds,
    gaps,
    home,
    issues,
    network,
    oai,
    opensearch,
    pages,
    people,
    photos,
    places,
    quantities,
    search,
    sitemaps,
    suggest,
    trends,
)
from articles.views.api import single
from articles.views.converters import DayConverter, FormConverter, SitemapConverter, YearConverter

register_converter(DayConverter, "day")
register_converter(FormConverter, "form")
register_converter(SitemapConverter, "sitemap")
register_converter(YearConverter, "year")

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("search/advanced/", advanced.advanced, name="advanced"),
    path("issues/", issues.issues, name="issues"),
    path("issues/gaps.csv", gaps.gaps_csv, name="gaps"),
    path("issues/<year:year>/", issues.issues, name="issues_year"),
    path("issues/<day:day>/", issues.issue, name="issue"),
    path("pages/<str:key>/", pages.page, name="page"),
    path("pages/<str:key>.txt", pages.page_txt, name="page_txt"),
    path("articles/<str:key>/", articles.article, name="article"),
    path("articles/<slug:key>.json", single.article, name="article_json"),
    path("articles/<slug:key>.txt", articles.article_txt, name="article_txt"),
    path("articles/<slug:key>.<str:ending>", articles.article_file, name="article_file"),  # after every other ending
    path("people/", people.people, name="people"),
    path("network/", network.network, name="network"),
    path("network.graphml", network.graphml, name="network_graphml"),
    path("people/<path:key>/", people.person, name="person"),
    path("columns/", columns.columns, name="columns"),
    path("columns/<path:name>/", columns.column, name="column"),
    path("places/", places.places, name="places"),
    path("places/<path:name>/", places.place, name="place"),
    path("photos/", photos.photos, name="photos"),
    path("trends/", trends.trends, name="trends"),
    path("quantities/", quantities.quantities, name="quantities"),
    path("quantities.csv", quantities.quantities_csv, name="quantities_csv"),
    path("errata/", errata.errata, name="errata"),
    path("api/", include("articles.views.api.addresses")),
    path("cite/", cite.cite, name="cite"),
    path("about/", about.about, name="about"),
    path("oai", oai.oai, name="oai"),
    path("feeds/articles.<form:form>", feeds.articles, name="feed_articles"),
    path("feeds/pages.<form:form>", feeds.pages, name="feed_pages"),
    path("feeds/errata.<form:form>", feeds.errata, name="feed_errata"),
    path("feeds/search.<form:form>", feeds.search, name="feed_search"),
    path("feeds/people/<path:key>.<form:form>", feeds.person, name="feed_person"),
    path("feeds/columns/<path:name>.<form:form>", feeds.column, name="feed_column"),
    path("feeds/places/<path:name>.<form:form>", feeds.place, name="feed_place"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("opensearch/suggest", opensearch.suggest, name="opensearch_suggest"),
    path("sitemap.xml", sitemaps.index, name="sitemaps"),
    path("sitemaps/<sitemap:name>-<int:part>.xml", sitemaps.part, name="sitemap"),
    path("robots.txt", about.robots, name="robots"),
]
