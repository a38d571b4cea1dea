"""What the front page of the editors' desk tells."""

from typing import Any

from django import template

from articles.models import Review

register = template.Library()


@register.inclusion_tag("admin/articles/_waiting.html")
def waiting(may_correct: bool) -> dict[str, Any]:
    """{may_correct, most, articles, pages}: how many wait to be looked at, counted no further than most + 1."""
    rows = Review.objects.about()
    counts = {"articles": rows.filter(position__gt=0), "pages": rows.filter(position=0)}
    return {
        "may_correct": may_correct,
        "most": rows.model.MOST,
        **{name: one.counted() for name, one in counts.items()},
    }
