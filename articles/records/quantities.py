"""Quoted numbers as objects."""

from typing import Any

from articles.models import Quantity
from articles.records.pages import place_of

Record = dict[str, Any]


def of_quantity(one: Quantity, site: str = "") -> Record:
    """A number with its article, fetched by `for_lists()`; span: where it stands in the paragraph (0: a caption)."""
    article = one.article
    return {
        "key": f"{article.key}-{one.position}",
        "url": site + one.get_absolute_url(),
        "printed": one.printed,
        "value": one.value,
        "high": one.high,
        "unit": one.unit,
        "measure": one.measure,
        "about": one.about or None,
        "what": one.what or None,
        "period": one.period or None,
        "comparison": _comparison(one),
        "sentence": one.sentence,
        "span": {"paragraph": one.paragraph, "start": one.start, "end": one.end},
        "article": {"key": article.key, "url": site + article.get_absolute_url(), "title": article.title},
        **place_of(article.page, site),
    }


def _comparison(one: Quantity) -> Record | None:
    if not one.comparison:
        return None
    return {"printed": one.comparison, "change": one.change or None, "base": one.base or None}
