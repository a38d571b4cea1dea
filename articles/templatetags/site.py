"""Template words for the site itself: ways in, lists over several pages."""

from django import template

register = template.Library()

# (name of the address, word, names of the addresses where it is the current one)
NAV = (
    ("issues", "刊期", ("issues", "issues_year", "issue", "page")),
    ("people", "人物", ("people", "person")),
    ("columns", "栏目", ("columns", "column")),
    ("places", "地名", ("places", "place")),
    ("photos", "图片", ("photos",)),
    ("errata", "勘误", ("errata",)),
    ("about", "说明", ("about",)),
)


@register.inclusion_tag("_partials/nav.html", takes_context=True)
def nav(context) -> dict:
    """The ways in; the one the reader is in is marked as current."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else None
    return {"ways": [(name, word, here in within) for name, word, within in NAV]}


@register.filter
def ellipsized(page) -> list:
    """The page numbers of a paginator to show, with … where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
