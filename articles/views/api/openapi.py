"""The API described: an OpenAPI 3.1 document made of the same parameters that the views read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.records.jsonschema import ADDRESS, COUNT, TEXT, YES, many, maybe, record, ref, said
from articles.records.schema import SCHEMAS
from articles.views.api import lists, quoted, search, single, suggest
from articles.views.api.answers import JSON, View, site_of, takes, told
from articles.views.api.parameters import Parameter

VERSION = "1"
KEY = "{key}"


class Endpoint(NamedTuple):
    """An address with the view that answers it; of: the schema of its answer, or of each row of its list."""

    name: str
    view: View
    words: str
    of: str
    path: str
    more: dict[str, Any] = {}  # what a list tells beside its rows


FOUND = {
    "query": ref("Query"),
    "facets": many(ref("Facet"), "可以缩小范围的各项"),
    "exact": said(YES, "count 是确数；否则还有更多"),
}
ENDPOINTS = (
    Endpoint("articles", lists.articles, "文章，新在前", "ArticleBrief", "articles"),
    Endpoint("article", single.article, "一篇文章；旧标识转到新标识", "ArticleWhole", f"articles/{KEY}"),
    Endpoint("pages", lists.pages, "版面，按标识排列", "PageBrief", "pages"),
    Endpoint("page", single.page, "一版，连同原文", "Page", f"pages/{KEY}"),
    Endpoint("people", lists.people, "署名的人", "PersonBrief", "people"),
    Endpoint("person", single.person, "一个人；旧标识转到新标识", "Person", f"people/{KEY}"),
    Endpoint("columns", lists.columns, "栏目，篇数多的在前", "Column", "columns"),
    Endpoint("places", lists.places, "电头地点，篇数多的在前", "Place", "places"),
    Endpoint("photos", lists.photos, "图片，只有图说与署名", "Photo", "photos"),
    Endpoint("quantities", quoted.quantities, "文中引用的数，大在前", "Quantity", "quantities"),
    Endpoint("errata", lists.errata, "勘误，新在前", "Erratum", "errata"),
    Endpoint("search", search.search, "检索", "ArticleBrief", "search", FOUND),
    Endpoint("suggest", suggest.suggest, "检索提示", "Suggestion", "suggest", {"query": TEXT}),
)
KIN = {
    "keywords": many(TEXT, "最能说明这一篇的词"),
    "related": many(ref("Link"), "用词相近的文章，最近的在前"),
    "reprints": many(ref("Link"), "文字大体相同的文章"),
}
SEARCHING = {
    "ArticleWhole": record("一篇文章，连同关键词与相关的文章。", **SCHEMAS["Article"]["properties"], **KIN),
    "Query": record(
        "检索式怎样理解。",
        query=said(TEXT, "读出的检索式"),
        terms=many(TEXT, "都要有的词"),
        phrases=many(TEXT, "要原样的"),
        alternatives=many(many(TEXT), "有一个就行的"),
        excluded=many(TEXT, "不要的"),
        titles=many(TEXT, "标题里要有的"),
        words=many(TEXT, "分出的词，用来排序"),
        filters=many(ref("Filter")),
        avoided=many(ref("Filter"), "要排除的限定"),
        people=many(ref("Counted"), "拼音也许指的人"),
        relaxed={"enum": ["", "words", "any"], "description": "放宽过没有：词分开找、只要其中几个词"},
        notes=many(TEXT, "没有用上或看不懂的"),
    ),
    "Filter": record("限定的一项。", field=TEXT, label=TEXT, values=many(TEXT), means=many(TEXT)),
    "Counted": record("一个值和它的篇数。", value=TEXT, count=COUNT),
    "Facet": record("可以缩小范围的一项。", field=TEXT, label=TEXT, values=many(ref("Choice"))),
    "Choice": record("一个选择。", value=TEXT, label=TEXT, count=COUNT, q=said(TEXT, "选定后的检索式")),
    "Suggestion": record("一条提示。", type=TEXT, value=TEXT, count=COUNT, url=ADDRESS),
    "Problem": {
        "type": "object",
        "description": "出了什么错（RFC 9457）。",
        "properties": {"type": TEXT, "status": {"type": "integer"}, "title": TEXT, "detail": TEXT},
        "required": ["type", "status", "title"],
    },
}
REFUSED = {400: "参数不对", 404: "没有这个标识", 405: "只能读", 406: "只有 JSON", 503: "数据库暂不可用"}


@takes()
def openapi(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    return told(document(site_of(request)))


def document(site: str) -> dict[str, Any]:
    """The OpenAPI document of a site at this address."""
    described = "报纸文存的全部内容，只读，不用登记。列表逐页给出，下一页的地址在 next 和 Link 标头里。"
    return {
        "openapi": "3.1.0",
        "info": {"title": "报纸文存", "version": VERSION, "description": described},
        "servers": [{"url": site + reverse("api_v1")}],
        "paths": {f"/{endpoint.path}": {"get": _operation(endpoint)} for endpoint in ENDPOINTS},
        "components": {"schemas": SCHEMAS | SEARCHING | dict(_lists()), "responses": dict(_refusals())},
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    one = KEY in endpoint.path
    parameters = [_parameter(parameter) for parameter in endpoint.view.parameters]  # type: ignore[attr-defined]
    if one:
        parameters.append({"name": "key", "in": "path", "required": True, "description": "标识", "schema": TEXT})
    schema = ref(endpoint.of if one else _list_name(endpoint))
    answers = {"200": {"description": endpoint.words, "content": {JSON: {"schema": schema}}}}
    if endpoint.name in ("article", "person"):
        answers["301"] = {"description": "旧标识：转到现在的标识"}
    refused = (status for status in REFUSED if one or status != 404)
    answers |= {str(status): {"$ref": f"#/components/responses/{status}"} for status in refused}
    return {
        "operationId": endpoint.name,
        "summary": endpoint.words,
        "parameters": parameters,
        "responses": answers,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    named = {"name": parameter.name, "in": "query", "required": parameter.required}
    return named | {"description": parameter.words, "schema": parameter.schema}


def _list_name(endpoint: Endpoint) -> str:
    return f"{endpoint.name.capitalize()}List"


def _lists() -> Iterator[tuple[str, dict[str, Any]]]:
    on = said(maybe(ADDRESS), "下一页的地址；到头为 null")
    for endpoint in ENDPOINTS:
        if KEY not in endpoint.path:
            rows = {"count": said(COUNT, "共几条"), "results": many(ref(endpoint.of)), "next": on}
            yield _list_name(endpoint), record(f"{endpoint.words}。", **endpoint.more, **rows)


def _refusals() -> Iterator[tuple[str, dict[str, Any]]]:
    for status, words in REFUSED.items():
        yield str(status), {"description": words, "content": {"application/problem+json": {"schema": ref("Problem")}}}
