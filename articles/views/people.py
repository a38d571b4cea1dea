"""人物: who signed in the papers, and each one's work."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Byline, Person
from articles.queries import ArticleQuerySet
from articles.views.histogram import histogram
from articles.views.listing import paginated

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def people(request: HttpRequest) -> HttpResponse:
    everyone = list(Person.objects.with_counts())
    letters = [(letter, list(group)) for letter, group in groupby(sorted(everyone, key=_sorting), _initial)]
    held = {letter for letter, _ in letters}
    context = {"letters": letters, "alphabet": [(letter, letter in held) for letter in LETTERS], "count": len(everyone)}
    return render(request, "people.html", context)


def person(request: HttpRequest, key: str) -> HttpResponse:
    person = get_object_or_404(Person, key=key)
    work = Article.objects.by(person)
    results = paginated(request, work.newest_first().for_lists(), 50)
    years = [(year, list(articles)) for year, articles in groupby(results, _year)]
    context = {"person": person, "results": results, "years": years, **_profile(person, work)}
    return render(request, "person.html", context)


def _profile(person: Person, work: ArticleQuerySet) -> dict:
    """{roles, papers, histogram, columns, beside, namesakes}: what the work says of the person."""
    return {
        "roles": list(Byline.objects.filter(person=person).roles()),
        "papers": list(work.papers()),
        "histogram": histogram(list(work.years())),
        "columns": list(work.columns()[:8]),
        "beside": list(Person.objects.beside(person)[:8]),
        "namesakes": list(Person.objects.named([person.name]).exclude(pk=person.pk)),
    }


def _year(article: Article) -> int | None:
    return article.page.date.year if article.page.date else None


def _initial(person: Person) -> str:
    """The letter under which the name stands; # for names without pinyin."""
    first = person.pinyin[:1].upper()
    return first if first in LETTERS and first else "#"


def _sorting(person: Person) -> tuple:
    """As in a Chinese directory: by the sound of each character, then the character: one surname stays together."""
    return (_initial(person) == "#", list(zip(person.pinyin.split(), person.name, strict=False)), person.key)
