"""人物: who signed in the papers, and each one's work."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from articles.display.histogram import by_month, histogram
from articles.holdings import held
from articles.models import Article, Byline, Person
from articles.search.numbering import day_of
from articles.views.former import renamed_person
from articles.views.listing import paginated, paginated_rows
from articles.views.profile import profile

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# So many people are shown on one page; more are split by letter.
ONE_PAGE, A_PAGE, HEADS = 500, 200, 40
ORDERS = {"": "拼音", "most": "篇数", "latest": "最近署名"}
KINDS = {"": "全部", "photos": "图片"}


def people(request: HttpRequest) -> HttpResponse:
    order = request.GET.get("order", "")
    if order not in ORDERS:
        raise Http404
    counts = Person.objects.letters()
    context = {"count": sum(counts.values()), "years": held().span, "order": order, "orders": ORDERS.items()}
    listed = _by_sound(request, counts) if order == "" else _ranked(request, order)
    return render(request, "people.html", context | listed)


def _ranked(request: HttpRequest, order: str) -> dict:
    """{results} with the most work, or the latest, first."""
    people = Person.objects.busiest() if order == "most" else Person.objects.latest_first()
    return {"results": paginated(request, people, A_PAGE)}


def _by_sound(request: HttpRequest, counts: dict[str, int]) -> dict:
    """{alphabet, letter, heads, head, letters, results}: everyone where that is one page, else those of one letter."""
    whole = sum(counts.values()) <= ONE_PAGE
    letter = "" if whole else _chosen(request.GET.get("letter", next(iter(counts))), counts)
    head = request.GET.get("head", "")
    everyone = Person.objects.with_counts()
    people = everyone.by_sound().under(letter) if letter else everyone.by_sound()
    results = paginated(request, people.beginning(head) if head else people, ONE_PAGE if whole else A_PAGE)
    if head and not results:
        raise Http404
    return {
        "alphabet": [(one, counts.get(one, 0)) for one in (*LETTERS, *(["#"] if "#" in counts else []))],
        "letter": letter,
        "heads": list(everyone.under(letter).heads()[:HEADS]) if letter else [],
        "head": head,
        "letters": [(initial, list(group)) for initial, group in groupby(results, _initial)],
        "results": results,
    }


def _chosen(letter: str, counts: dict[str, int]) -> str:
    if letter not in counts:
        raise Http404
    return letter


def _initial(person: Person) -> str:
    """The letter under which the name stands; # for names without a sound."""
    first = person.sorting[:1].upper()
    return first if first and first in LETTERS else "#"


def person(request: HttpRequest, key: str) -> HttpResponse:
    person = Person.objects.filter(key=key).first()
    if person is None and key == "network":  # links lead here to 合作; a person of that name may yet sign
        return redirect(reverse("network", query=request.GET))
    if person is None:
        return redirect(renamed_person(key), permanent=True)
    kind = request.GET.get("kind", "")
    if kind not in KINDS:
        raise Http404
    ids, numbers, told = profile(Article.objects.by(person))
    pictured = set(Article.objects.pictured_by(person).values_list("pk", flat=True))
    results = paginated_rows(request, [one for one in ids if one in pictured] if kind else ids, 50)
    years = [(year, list(articles)) for year, articles in groupby(results, _year)]
    context = {"person": person, "results": results, "years": years, "kind": kind, "photos": len(pictured)}
    return render(request, "person.html", context | told | _by_month(numbers) | _beside(person))


def _by_month(numbers: Sequence[int]) -> dict:
    """{months, active, fullest}: the bars of each month from the first to the last, how many are not empty."""
    days = filter(None, map(day_of, numbers))
    counts = Counter(f"{day:%Y-%m}" for day in days)
    bars = by_month(counts)
    return {"months": bars, "active": len(counts), "fullest": max(bars, key=lambda bar: bar.count, default=None)}


def _beside(person: Person) -> dict:
    """{roles, histogram, also, beside, namesakes}: what stands around the work."""
    counts = [{"year": int(year), "articles": count} for year, count in person.years.items() if year]
    return {
        "roles": list(Byline.objects.filter(person=person).roles()),
        "histogram": histogram(counts),
        "also": list(Byline.objects.filter(person=person).other_names(person.name)),
        "beside": Person.objects.beside(person),
        "namesakes": list(Person.objects.named([person.name]).exclude(pk=person.pk)),
    }


def _year(article: Article) -> int | None:
    return article.page.date.year if article.page.date else None
