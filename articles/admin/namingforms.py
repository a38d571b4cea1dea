"""The chief editor's forms: each says why; a split says of which articles."""

import re
from typing import Any

from django import forms

from articles.corrections.splitting import write_rule
from articles.models import Article, Byline, Person

REASON_LENGTH = 500
LISTED = 100  # articles that can be ticked; more are chosen by paper, unit, year or address
KEY_RE = re.compile(r"(?:.*/articles/)?([0-9a-z]{10}(?:-[0-9a-z]{4})?)/?")


class ReasonForm(forms.Form):
    """Nothing but the reason."""

    required_css_class = "required"
    reason = forms.CharField(
        label="理由",
        max_length=REASON_LENGTH,
        help_text="必填，例如：据来信；核对原件",
        widget=forms.TextInput({"class": "vTextField"}),
    )


class OtherForm(ReasonForm):
    """Another person or column, with which this one is not to be taken for one."""

    other = forms.CharField(label="不是", max_length=100, widget=forms.TextInput({"class": "vTextField"}))
    field_order = ("other", "reason")


class PersonNameForm(ReasonForm):
    """What a person is called, and the note that tells namesakes apart."""

    name = forms.CharField(label="姓名", max_length=60, widget=forms.TextInput({"class": "vTextField"}))
    note = forms.CharField(
        label="区别",
        max_length=40,
        required=False,
        help_text="同名的人用它分开，例如：金华、摄影、1950 年代；可不填",
        widget=forms.TextInput({"class": "vTextField"}),
    )
    field_order = ("name", "note", "reason")

    @property
    def new(self) -> str:
        return noted(self.cleaned_data["name"], self.cleaned_data["note"])


class LabelForm(ReasonForm):
    """What a column is called."""

    name = forms.CharField(label="栏目名", max_length=100, widget=forms.TextInput({"class": "vTextField"}))
    field_order = ("name", "reason")

    @property
    def new(self) -> str:
        return str(self.cleaned_data["name"])


class SplitForm(ReasonForm):
    """Which articles of a name are another person's."""

    note = forms.CharField(
        label="分出的人的区别",
        max_length=40,
        help_text="例如：金华、摄影。已有这样的人，文章就归他",
        widget=forms.TextInput({"class": "vTextField"}),
    )
    papers = forms.MultipleChoiceField(label="报纸", required=False, widget=forms.CheckboxSelectMultiple)
    units = forms.MultipleChoiceField(label="单位", required=False, widget=forms.CheckboxSelectMultiple)
    until = forms.TypedChoiceField(
        label="早年的文章",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="这一年和更早的文章，逐篇记下",
    )
    articles = forms.MultipleChoiceField(label="逐篇选", required=False, widget=forms.CheckboxSelectMultiple)
    addresses = forms.CharField(
        label="其他文章的地址",
        required=False,
        help_text="一行一个地址或文章标识",
        widget=forms.Textarea({"rows": 2, "cols": 60, "class": "vLargeTextField"}),
    )
    field_order = ("note", "papers", "units", "until", "articles", "addresses", "reason")

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, work = person, Article.objects.by(person)
        self.fields["papers"].choices = [
            (row["publication"], _counted(row["publication"], row)) for row in work.papers()
        ]
        self.fields["units"].choices = [
            (row["affiliation"], _counted(row["affiliation"], row)) for row in _units(person)
        ]
        self.fields["until"].choices = [("", "—"), *((year, f"{year} 年及以前") for year in person.years if year)]
        self.fields["articles"].choices = [(one.key, _titled(one)) for one in listed(person)]
        for name in ("papers", "units"):
            if not self.fields[name].choices:
                del self.fields[name]

    def clean_addresses(self) -> list[str]:
        """The keys of the articles typed."""
        keys = []
        for line in self.cleaned_data["addresses"].split():
            match = KEY_RE.fullmatch(line)
            if not match or not Article.objects.by(self.person).filter(key=match[1]).exists():
                raise forms.ValidationError(f"{line} 不是此人的文章")
            keys.append(match[1])
        return keys

    @property
    def new(self) -> str:
        """The rule as the journal keeps it."""
        chosen = self.cleaned_data
        keys = [*chosen.get("articles", ()), *chosen.get("addresses", ()), *self._early(chosen.get("until"))]
        key = noted(self.person.name, chosen.get("note", ""))
        return write_rule(key, chosen.get("papers", ()), chosen.get("units", ()), keys)

    def _early(self, year: int | None) -> list[str]:
        early = Article.objects.by(self.person).filter(page__date__year__lte=year) if year else Article.objects.none()
        return list(early.values_list("key", flat=True))


def noted(name: str, note: str) -> str:
    """张伟, 金华 → 张伟（金华）."""
    return f"{name.strip()}（{note.strip()}）" if note.strip() else name.strip()


def listed(person: Person) -> list[Article]:
    """The newest articles of a person, as many as can be ticked."""
    work = Article.objects.by(person).newest_first().select_related("page")
    return list(work.defer("page__text", "page__spans", "page__marks", "printed")[:LISTED])


def _units(person: Person) -> list[dict]:
    """{affiliation, articles} of the units for which the person signed."""
    return list(Byline.objects.filter(person=person).units())


def _counted(name: str, row: dict) -> str:
    return f"{name}（{row['articles']} 篇）"


def _titled(article: Article) -> str:
    return f"{article.title}　{article.page}"
