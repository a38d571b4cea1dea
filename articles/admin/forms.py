"""The desk's forms: an input for each correctable field, with the value the editor saw as its precondition."""

from typing import Any

from django import forms

from articles import corrections, loader
from articles.corrections import printed
from articles.models import Article, Correction, Page

REASON_LENGTH = 500
KINDS = [(kind, kind.label) for kind in (Correction.Kind.MISREAD, Correction.Kind.MISPRINT)]
# Buttons that store no correction.
SHOWN_AGAIN = ("_preview", "_right")
HELP = {
    "bylines": "照印的样子填写，例如：本报记者 徐坊 通讯员 吴昊",
    "credits": "照印的样子填写，例如：本报记者 徐坊 摄",
    "dateline": "例如：本报湖州1月8日电、本报讯",
    "date": "例如：2024-01-09",
}


class PrintedField(forms.CharField):
    """A correctable value as text; the form also carries the value that was shown when it was opened."""

    def __init__(self, name: str) -> None:
        kind = printed.part_of(name)
        rows = {"caption": 4}.get(kind, 2)
        widget = forms.Textarea({"rows": rows, "cols": 60}) if kind in printed.SEVERAL_LINES else forms.TextInput()
        help_text = HELP.get(kind, "")
        super().__init__(
            label=printed.label(name), required=False, widget=widget, help_text=help_text, show_hidden_initial=True
        )
        self.widget.attrs["class"] = "vLargeTextField" if kind in printed.SEVERAL_LINES else "vTextField"
        self.name = name

    def to_python(self, value: Any) -> str:
        return printed.tidy(self.name, super().to_python(value) or "")


class CorrectionForm(forms.ModelForm):
    """An input for each correctable field of an article or page, with the kind and the reason of the correction."""

    kind = forms.ChoiceField(
        label="性质",
        choices=KINDS,
        widget=forms.RadioSelect,
        initial=Correction.Kind.MISREAD,
    )
    reason = forms.CharField(
        label="理由",
        required=False,  # where nothing is corrected
        max_length=REASON_LENGTH,
        help_text="必填，例如：据次日更正栏",
        widget=forms.TextInput({"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values = corrections.current_values(self.instance)
        self.changes: dict[str, tuple[str, str]] = {}
        for name, value in self.values.items():
            self.fields[name] = PrintedField(name)
            self.initial[name] = value

    def clean(self) -> dict[str, Any]:
        """Refuses values a field cannot take, and tells both values where another editor was quicker."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.values:
            if name in self.changed_data and name not in self.errors:
                self._take(name, cleaned[name])
        return cleaned

    def is_valid(self) -> bool:
        """Whether the form can be stored; while it is only looked at, it is shown again with what was typed."""
        return super().is_valid() and not self.is_preview

    @property
    def is_preview(self) -> bool:
        return any(name in self.data for name in SHOWN_AGAIN)

    @property
    def is_touched(self) -> bool:
        """Whether a value was typed that is not stored yet."""
        return any(name in self.changed_data for name in self.values)

    def _ask_for_reason(self) -> None:
        if self.changes and not self.is_preview and not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", forms.ValidationError("请写明更正的理由。", code="required"))

    def _take(self, name: str, typed: str) -> None:
        current, seen = self.values[name], self._seen(name)
        try:
            value = printed.checked(name, typed)
        except printed.Refused as error:
            self.add_error(name, error.message)
            return
        if seen != current and value != current:
            self.add_error(name, corrections.Stale(name, current, typed).message)
            self._show(name, current)
        elif value != current:
            self.changes[name] = (current, value)

    def _seen(self, name: str) -> str:
        """The value that stood in the form when the editor opened it."""
        return self.fields[name].clean(self.data.get(self.add_initial_prefix(name), self.values[name]))

    def _show(self, name: str, current: str) -> None:
        """The editor has been told: the present value is the precondition of the next try."""
        self.data = self.data.copy()
        self.data[self.add_initial_prefix(name)] = current

    def store(self, editor: str) -> list[Correction]:
        """The changes to the journal and the archive; raises Refused."""
        kind, reason = self.cleaned_data["kind"], self.cleaned_data["reason"]
        return loader.correct(self.instance, self.changes, kind, reason, editor) if self.changes else []


class ArticleForm(CorrectionForm):
    class Meta:
        model = Article
        fields = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._ask_for_reason()
        return cleaned


class PageForm(CorrectionForm):
    """A page's facts; what was inferred can be confirmed as it stands."""

    class Meta:
        model = Page
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inferred = [name for name in self.values if self.instance.is_inferred(name)]
        if self.inferred:
            names = "、".join(printed.label(name) for name in self.inferred)
            self.fields["confirm"] = forms.BooleanField(label=f"推断的{names}已核对无误", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("confirm"):
            confirmed = {name: (self.values[name],) * 2 for name in self.inferred if name not in self.changed_data}
            self.changes |= confirmed
        self._ask_for_reason()
        return cleaned
