"""The archive in numbers."""

from articles.models import Article, Correction, Figure, Page, Person


def holdings() -> dict:
    """{pages, papers, first, last, articles, characters, doubts, people, photos, corrections}, counted now."""
    counts = {
        "people": Person.objects.with_counts().count(),
        "photos": Figure.objects.count(),
        "corrections": Correction.objects.filter(state=Correction.State.APPLIED).count(),
    }
    return Page.objects.totals() | Article.objects.totals() | counts
