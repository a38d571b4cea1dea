"""Template words for what was printed: headlines, running text, folios, names."""

import re

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import typography
from articles.display import signatures
from articles.templatetags.marks import mark_set

register = template.Library()
register.filter("headline", typography.headline)
register.filter("setting", typography.setting)
register.filter("writers", signatures.writers)
SETTINGS = {"headline": typography.headline, "setting": typography.setting}

NUMERALS = "零一二三四五六七八九"
ENDS = "。！？"
OPENING = 100
PAUSES = "，、,；;：:"
SHORTENED = "……"
CHARACTERS_A_MINUTE = 400
UNKNOWN = {"publication": "报名未知", "date": "日期未知", "number": "版次未印", "name": "版名未印"}


@register.filter
def lede(text: str, width: int) -> SafeString:
    """The first words for a list: whole sentences where they fill half the width, else up to a pause, then ……."""
    text, head = text.strip(), text.strip()[:width]
    if len(text) <= width and (text.endswith((*ENDS, "”")) or len(text) < width // 2):
        return typography.setting(text)
    if (end := _last(head, ENDS)) > width // 2:
        return typography.setting(head[:end])
    end = _last(head, PAUSES)
    return typography.setting((head[: end - 1] if end > width * 2 // 3 else head.rstrip("“‘（(")) + SHORTENED)


def _last(text: str, signs: str) -> int:
    """Where the text stands after the last of the signs, a closing quote included; 0 if there is none."""
    end = max(text.rfind(sign) for sign in signs) + 1
    return end + 1 if end and text[end : end + 1] == "”" else end


@register.filter
def script(text: str) -> str:
    """The attribute that has Traditional text set in the shapes and with the signs of its readers; else nothing."""
    return mark_safe(' lang="zh-Hant"') if typography.is_traditional(text[:OPENING]) else ""


@register.filter
def minutes(length: int) -> int:
    """Reading time at four hundred characters a minute."""
    return max(1, round(length / CHARACTERS_A_MINUTE))


@register.filter
def thousands(number: int) -> str:
    """1918 → 1,918"""
    return f"{number:,}"


@register.filter
def numeral(number: int) -> str:
    """12 → 十二, as pages and editions are called; up to 99."""
    tens, ones = divmod(int(number), 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones or not tens else "")


@register.filter
def page_number(number: str) -> str:
    """4 → 第4版, A06 → A06版, unknown → 版次未印"""
    if not number:
        return UNKNOWN["number"]
    return f"第{number}版" if number.isdigit() else f"{number}版"


@register.filter
def page_called(number: str) -> str:
    """4 → 第四版, for labels"""
    return f"第{numeral(int(number))}版" if number.isdigit() and 0 < int(number) < 100 else page_number(number)


@register.filter
def leaf_called(leaf) -> str:
    """第三版, or 第一版至第五版 for a run of missing pages"""
    first, last = page_called(leaf.number), page_called(leaf.last)
    return first if first == last else f"{first}至{last}"


@register.filter
def edition_name(leaves) -> str:
    """The name of the paper whose pages these are."""
    return next((leaf.page.publication for leaf in leaves if leaf.page), "") or "本期"


@register.filter
def day(date) -> str:
    """2024年1月9日"""
    return f"{date.year}年{date.month}月{date.day}日" if date else UNKNOWN["date"]


WRITTEN = {"date": day, "number": page_number}


def inferred(text: str) -> SafeString:
    return format_html('<span class="inferred">〔{}〕<span class="vh">推断</span></span>', text)


@register.simple_tag
def fact(page, field: str) -> SafeString | str:
    """A fact of the page in words, in 〔〕 over a dotted line where it is inferred."""
    value = getattr(page, field)
    if not value:
        return format_html('<span class="unknown">{}</span>', UNKNOWN[field])
    text = WRITTEN.get(field, str)(value)
    return inferred(text) if page.is_inferred(field) else text


@register.simple_tag
def byline(article, linked: bool = True, query=None) -> SafeString:
    """Who wrote the article, in printed order; names that the query looks for are marked."""
    return credited(signatures.writers(article), linked, query)


def credited(bylines, linked: bool, query) -> SafeString:
    """These bylines, in printed order."""
    shown = ((_credit(one, linked, query),) for one in signatures.credits(bylines))
    return format_html_join(" ", '<span class="credit">{}</span>', shown)


def _credit(credit: signatures.Credit, linked: bool, query) -> SafeString:
    role = format_html('<span class="role">{}</span>', credit.role) if credit.role else ""
    names = format_html_join("", "{}", ((_name(one, linked, query),) for one in credit.people))
    return format_html("{}{}{}", role, names, f" {credit.action}" if credit.action else "")


def _name(one, linked: bool, query) -> SafeString:
    name = hits(one.name, query, "setting")
    if linked and one.person:
        return format_html(' <a class="who" href="{}">{}</a>', one.person.get_absolute_url(), name)
    return format_html(' <span class="who">{}</span>', name)


@register.filter
def part(credit: dict) -> str:
    """What someone was and did, {role, action}: 记者, 摄, 记者·摄"""
    return "·".join(filter(None, [credit["role"], credit["action"]]))


@register.simple_tag
def part_in(article, person) -> str:
    """A person's part in an article: 首席记者，与 温言、孟舟"""
    bylines = [byline for byline in article.bylines.all() if byline.name]
    own = [part({"role": one.role, "action": one.action}) for one in bylines if one.person_id == person.pk]
    others = [byline.name for byline in bylines if byline.person_id != person.pk]
    together = "与 " + "、".join(dict.fromkeys(others)) if others else ""
    return "，".join(filter(None, [*dict.fromkeys(own), together]))


@register.simple_tag
def photo_credit(figure, article, linked: bool = True, query=None) -> SafeString:
    """Who took the picture; the printed credit where no name was read from it."""
    return credited(signatures.photographers(figure, article), linked, query) or escape(figure.credit)


@register.simple_tag
def hits(text: str, query, style: str, anchors=None) -> SafeString:
    """The text as set in a style (headline, setting), with what the query found in it marked.

    The first hit becomes the target of a jump if there is still one of the anchors to take.
    """
    html = SETTINGS[style](text)
    return mark_set(html, query, anchors) if query else html


@register.filter
def dateline(article) -> str:
    """电头 in words: 本报　湖州　1月8日"""
    return "　".join(filter(None, [article.agency, article.place, article.dateline_date]))


@register.filter
def inked(paragraphs: list[str]) -> int:
    """How many characters, blanks left out."""
    return sum(len(re.sub(r"\s", "", paragraph)) for paragraph in paragraphs)
