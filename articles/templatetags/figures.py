"""Template words for quoted numbers."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def in_sentence(quantity) -> SafeString:
    """The sentence of a quoted number, the number marked."""
    start = quantity.offset
    end = start + len(quantity.printed)
    sentence = quantity.sentence
    return format_html("{}<mark>{}</mark>{}", sentence[:start], sentence[start:end], sentence[end:])


@register.filter
def circumstances(quantity) -> list[str]:
    """Against what and when, for small print beside the number: 较上年增长, 2023年."""
    return [said for said in (quantity.comparison, quantity.period) if said]
