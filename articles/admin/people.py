"""People: a list, lists of those who may be one or two, and the pages that merge, split and rename."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode

from articles.admin.namesakes import letters, namesakes
from articles.admin.naming import MATCHES, Match, NamingAdmin
from articles.admin.namingforms import OtherForm, PersonNameForm, ReasonForm, SplitForm
from articles.admin.parties import examples, history, of_person
from articles.admin.suspects import variants
from articles.corrections.deciding import shares
from articles.corrections.naming import DISTINCT, PERSON, RENAME, SINGLE, SPLIT
from articles.corrections.splitting import read_rule
from articles.models import Article, Person


@admin.register(Person)
class PersonAdmin(NamingAdmin):
    asks_for = "姓名或拼音"
    change_list_template = "admin/articles/people.html"
    change_form_template = "admin/articles/person.html"
    list_display = ("__str__", "pinyin", "articles", "latest")
    search_fields = ("name", "pinyin")
    search_help_text = "按姓名或拼音查找"
    ordering = ("sorting", "key")
    sortable_by = ("articles", "latest")
    fields = ("name", "note", "pinyin", "articles", "latest")

    def get_urls(self) -> list:
        return [
            self.route("variants/", self.variants_view, "variants"),
            self.route("namesakes/", self.namesakes_view, "namesakes"),
            self.route("<int:pk>/merge/", self.merge_view, "merge"),
            self.route("<int:pk>/split/", self.split_view, "split"),
            self.route("<int:pk>/rename/", self.rename_view, "rename"),
            self.route("<int:pk>/distinct/", self.distinct_view, "distinct"),
            self.route("<int:pk>/single/", self.single_view, "single"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_decide": self.may_decide(request), **(extra_context or {})})

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: Any) -> HttpResponse:
        person = kwargs["obj"]
        context |= {"may_decide": self.may_decide(request), "party": of_person(person)}
        context |= {"history": history(PERSON + person.key), "may_withdraw": request.user.has_perm("articles.withdraw")}
        return super().render_change_form(request, context, **kwargs)

    def variants_view(self, request: HttpRequest) -> HttpResponse:
        """Names that may be one person's."""
        return self._by_letter(request, "variants", "可能是一人的两个名字", variants)

    def namesakes_view(self, request: HttpRequest) -> HttpResponse:
        """Names that may be two people's."""
        return self._by_letter(request, "namesakes", "可能是同名的两人", namesakes)

    def _by_letter(self, request: HttpRequest, name: str, title: str, found: Any) -> HttpResponse:
        """What is found under the letter asked for; else under the first that has something, after the one given."""
        known = letters(Person.objects.letters())
        letter, after = request.GET.get("letter", ""), request.GET.get("after", "")
        tried = [letter] if letter in known else known[known.index(after) + 1 if after in known else 0 :]
        # Where there are many people the walk is short.
        walk = ((one, *found(one)) for one in tried)
        letter, rows, more = next((one for one in walk if one[1]), (letter if letter in known else "", [], 0))
        context = {"letters": known, "letter": letter, "after": after, "rows": rows, "more": more}
        return self.show(request, name, title, **context)

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks who it is the same as, shows both, merges."""
        person = get_object_or_404(Person, pk=pk)
        other = Person.objects.filter(key=request.GET.get("with", "")).exclude(pk=pk).first()
        if other is None:
            return self.choose(request, str(person), lambda typed: _matches(person, typed))
        parties = of_person(person), of_person(other)
        both = Article.objects.by(person).filter(pk__in=Article.objects.by(other)).count()
        back = f"{self.to('merge', other.pk)}?{urlencode({'with': person.key})}"
        context = {"both": both, "total": person.articles + other.articles - both, "back": back}
        return self.merge(request, PERSON + person.key, parties, other.key, self._home(other), **context)

    def split_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks which articles are another's, shows which they are, splits."""
        person = get_object_or_404(Person, pk=pk)
        form = SplitForm(person, request.POST or None, initial=_begun(request), use_required_attribute=False)
        preview = None
        if form.is_valid():
            if "_confirm" in request.POST and self.decide(request, PERSON + person.key, SPLIT, form.new, form):
                return self.done(request, f"已从“{person}”分出“{read_rule(form.new).key}”。", self._home(person))
            preview = _preview(person, form.new)
        context = {"person": person, "party": of_person(person), "form": form, "preview": preview}
        return self.show(request, "split", f"分开同名的{person}", **context)

    def rename_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks what the person is called, renames."""
        person = get_object_or_404(Person, pk=pk)
        form = PersonNameForm(request.POST or None, initial={"name": person.name, "note": person.note})
        if form.is_valid() and self.decide(request, PERSON + person.key, RENAME, form.new, form):
            return self.done(request, f"“{person}”改作“{form.new}”，旧地址转到新地址。", self._home_of(form.new))
        context = {"person": person, "party": of_person(person), "form": form}
        return self.show(request, "rename", f"改名：{person}", **context)

    def distinct_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two who are not one: they are not proposed again."""
        person, form = get_object_or_404(Person, pk=pk), OtherForm(request.POST or None)
        return self._say(request, person, DISTINCT, form, "variants", f"{person}不是另一个")

    def single_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One who is not two."""
        person, form = get_object_or_404(Person, pk=pk), ReasonForm(request.POST or None)
        return self._say(request, person, SINGLE, form, "namesakes", f"{person}确是一人")

    def _say(
        self, request: HttpRequest, person: Person, field: str, form: ReasonForm, back: str, title: str
    ) -> HttpResponse:
        letter = request.POST.get("letter", "")
        if form.is_valid():
            other = form.cleaned_data.get("other", person.key)
            if self.decide(request, PERSON + person.key, field, other, form):
                message = f"已记下：“{person}”{'确是一人' if field == SINGLE else f'与“{other}”不是一人'}。"
                return self.done(request, message, f"{self.to(back)}?{urlencode({'letter': letter})}")
        return self.show(request, "say", title, party=of_person(person), form=form, letter=letter)

    def _home(self, person: Person) -> str:
        return self.to("change", person.pk)

    def _home_of(self, key: str) -> str:
        return self._home(Person.objects.get(key=key))


def _matches(person: Person, typed: str) -> list[Match]:
    others = Person.objects.like(typed).exclude(pk=person.pk)[:MATCHES]
    return [Match(other.key, str(other), other.articles) for other in others]


def _begun(request: HttpRequest) -> dict[str, Any]:
    """What a list of namesakes proposes to begin a split with."""
    several = {name: request.GET.getlist(name) for name in ("papers", "units") if name in request.GET}
    return several | {"until": request.GET.get("until", "")}


def _preview(person: Person, new: str) -> dict[str, Any]:
    """{key, taken, stay, examples, kept}: how many articles go and stay, and some of each."""
    rule = read_rule(new)
    taken, stay = shares(person.key, rule)
    some = [examples(Article.objects.filter(pk__in=ids)) for ids in (taken, stay)]
    known = Person.objects.filter(key=rule.key).first()
    return {
        "key": rule.key,
        "known": known,
        "taken": len(taken),
        "stay": len(stay),
        "examples": some[0],
        "kept": some[1],
    }
