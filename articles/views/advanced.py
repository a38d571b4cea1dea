"""分项检索: a form that writes the query which one could have typed."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.search.fields import LABELS, Filter, understand, written
from articles.search.query import MAX_CHARACTERS, Query, named, parse
from articles.templatetags.searching import search_address
from articles.views.search import ORDERS, asked

NAMED = ("person", "column", "place", "paper", "page", "type", "quantity")
WRONG = {"page": "写成 3 或 A3。", "start": "写成 2024、2024-01 或 2024-01-09。"}
WRONG |= {"end": WRONG["start"], "quantity": "写一个数和单位，如 >100亿元、增长>20%。"}
CHECKED = {"start": "date", "end": "date"}  # what a field of the form is in a query, where the two are called otherwise


class AdvancedForm(forms.Form):
    """What to find, in fields; `typed` writes them as a query."""

    all = forms.CharField(label="都要有", required=False, help_text="几个词，中间空一格")
    phrase = forms.CharField(label="原样这一句", required=False, help_text="一字不差，连在一起")
    any = forms.CharField(label="有一个就行", required=False, help_text="几个词，中间空一格")
    none = forms.CharField(label="不要有", required=False)
    title = forms.CharField(label="标题里有", required=False)
    person = forms.CharField(label="署名", required=False, help_text="姓名；两人之一写 甲|乙")
    column = forms.CharField(label="栏目", required=False)
    place = forms.CharField(label="电头地点", required=False)
    paper = forms.CharField(label="报纸", required=False)
    page = forms.CharField(label="版次", required=False, help_text="3 或 A3")
    type = forms.ChoiceField(label="体裁", required=False, choices=[("", "不限"), ("文字", "文字"), ("图片", "图片")])
    quantity = forms.CharField(label="文中数字", required=False, help_text="如 490.8亿元、>100亿元、增长>20%")
    start = forms.CharField(label="日期从", required=False, help_text="2024、2024-01 或 2024-01-09")
    end = forms.CharField(label="到", required=False)
    order = forms.ChoiceField(label="排列", required=False, choices=list(ORDERS.items()))

    def clean(self) -> dict:
        data = self.cleaned_data
        for name, said in WRONG.items():
            if data[name] and understand(CHECKED.get(name, name), data[name]) is None:
                self.add_error(name, said)
        if not self.errors and (said := self._objection()):
            self.add_error(None, said)
        return data

    def typed(self) -> str:
        """The fields put together as if they had been typed in one line."""
        data = self.cleaned_data
        phrase = f'"{data["phrase"]}"' if data["phrase"] else ""
        named = [text for name in ("title", *NAMED) for text in _labelled(name, data[name])]
        excluded = [f"-{word}" for word in data["none"].split()]
        parts = [data["all"], "|".join(data["any"].split()), phrase, *named, self._dates(), *excluded]
        return " ".join(filter(None, parts))

    def _dates(self) -> str:
        start, end = self.cleaned_data["start"], self.cleaned_data["end"]
        return f"{LABELS['date']}:{start}..{end}" if start or end else ""

    def _objection(self) -> str:
        """What is wrong with the fields together; "" if nothing is."""
        start, end, typed = self.cleaned_data["start"], self.cleaned_data["end"], self.typed()
        if start and end and understand("date", f"{start}..{end}") is None:
            return "日期“从”在“到”之后。"
        if len(typed) > MAX_CHARACTERS:
            return f"各项合起来最多 {MAX_CHARACTERS} 字，这里有 {len(typed)} 字。请删短再找。"
        return "" if typed else "至少写一项。"


def advanced(request: HttpRequest) -> HttpResponse:
    """The form, filled with ?q= if that is given; sent, it leads to the search."""
    sent = request.GET.keys() & AdvancedForm.base_fields.keys() - {"order"}
    form = AdvancedForm(request.GET) if sent else AdvancedForm(initial=_filled(request))
    if sent and form.is_valid():
        return redirect(search_address(parse(form.typed()), form.cleaned_data["order"] or "relevance"))
    return render(request, "advanced.html", {"form": form})


def _labelled(name: str, value: str) -> list[str]:
    """记者:甲|乙 or 栏目:"一 二"; nothing for an empty value."""
    values = ["|".join(f'"{one}"' if " " in one else one for one in value.split("|"))] if value else []
    return [f"{LABELS[name]}:{one}" for one in values]


def _filled(request: HttpRequest) -> dict:
    """The fields of a query that was typed."""
    typed, order = asked(request)
    query = parse(typed)
    fields = {name: "|".join(_values(query, name)) for name in NAMED}
    start, dots, end = next(iter(_values(query, "date")), "").partition("..")
    phrase = " ".join(term for term in query.terms if term in query.phrases)
    return fields | {
        "all": " ".join(term for term in query.terms if term not in query.phrases),
        "phrase": phrase,
        "any": " ".join(query.alternatives[0]) if query.alternatives else "",
        "none": " ".join((*query.excluded, *map(named, query.avoided))),
        "title": " ".join(query.titles),
        "start": start,
        "end": end if dots else start,
        "order": order,
    }


def _values(query: Query, name: str) -> list[str]:
    items: tuple[Filter, ...] = query.filters
    return [written(name, value) for item in items if item.field == name for value in item.values]
