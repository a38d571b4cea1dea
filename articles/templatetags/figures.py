"""Template words for quoted numbers."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.typography import full_width

register = template.Library()
CUT = "……"


@register.filter
def in_sentence(quantity) -> SafeString:
    """The sentence of a quoted number as set in print, the number marked, …… where a long one was cut."""
    start = quantity.offset
    end = start + len(quantity.printed)
    sentence = full_width(quantity.sentence)
    before = CUT if start == quantity.LEFT else ""
    is_cut = len(sentence) - end == quantity.RIGHT and sentence[-1] not in quantity.ENDS
    return format_html(
        "{}{}<mark>{}</mark>{}{}", before, sentence[:start], sentence[start:end], sentence[end:], CUT if is_cut else ""
    )


@register.filter
def parted(quantity) -> tuple[str, str, str]:
    """What is printed before the figures, they, and what after: 约, 70, 万户."""
    return full_width(quantity.printed).partition(quantity.number)


@register.filter
def circumstances(quantity) -> list[str]:
    """Against what and when, for small print beside the number: 较上年增长, 2023年."""
    return [said for said in (quantity.comparison, quantity.period) if said]
