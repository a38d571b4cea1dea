"""How every change ends: entries at their places, the day in order, links, persons, counts, the index; one Load."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils import timezone

from articles import holdings, keys, readers
from articles.corrections import journal, targets
from articles.corrections.naming import Naming, is_naming
from articles.loader import continuations, datestamps, documents, numbers, people, renaming, ties
from articles.loader.addresses import take_free_keys
from articles.loader.report import Report
from articles.loader.writer import seed_of, write_page
from articles.loader.written import Written
from articles.models import Article, Correction, Load, Page, Person


def store_entries(entries: Sequence[journal.Entry], report: Report) -> list[journal.Entry]:
    stored = journal.store(entries)
    report.corrections = len(stored)
    return stored


def place(strays: Sequence[journal.Entry], written: Written, done: Collection[str] = ()) -> None:
    """Applies entries by computing anew the pages and names that they speak of; those of no page wait as conflicts."""
    naming = Naming.load()
    placed = (entry for entry in strays if isinstance(entry, Correction) and not is_naming(entry))
    homes = {entry.pk: targets.page_of(entry) for entry in placed}
    for page in Page.objects.filter(key__in={key for key in homes.values() if key} - set(done)):
        written.add(write_again(page, naming))
    lost = [pk for pk, home in homes.items() if home is None]
    Correction.objects.filter(pk__in=lost, withdrawn=None).update(state=Correction.State.CONFLICT)
    if named := renaming.addresses(naming, strays):
        written.people |= renaming.follow(naming, named)
        renaming.store_states(naming)


def write_again(page: Page, naming: Naming) -> Written:
    """Computes a stored page from its text, what its file stated of it, and the journal."""
    return write_page(seed_of(page), readers.read_page(page.text.encode(), stated=dict(page.stated)), naming)


def close(written: Written, report: Report, started: datetime) -> None:
    """What ends every transaction: strayed corrections, order of the day, links, persons, a check, counts, Load."""
    take_free_keys(written.reprints)
    place(written.homeless, written)
    for day in written.days:
        documents.renumber(numbers.put_in_order(day))
    continuations.link(written.issues, written.links)
    people.recount(written.people)
    ties.recount(written.people if _is_told() else Person.objects.values_list("pk", flat=True))
    datestamps.close(written.gone, written.found | {keys.root(key) for key in written.reprints})
    report.pages, report.articles = Page.objects.count(), Article.objects.count()
    report.conflicts = list(Correction.objects.filter(state=Correction.State.CONFLICT))
    report.rebuilt = documents.rebuild_if_short(report.articles) or report.rebuilt
    _note_load(report, started)


def _is_told() -> bool:
    """Whether the newest load is of a release that counted ties."""
    return Load.objects.filter(months__isnull=False).exists()


def _note_load(report: Report, started: datetime) -> None:
    """A Load for what was written; where nothing was, the newest one is told its holdings, if an older release was its
    writer.
    """
    newest = Load.objects.first()
    if not report.changed and (newest is None or newest.gathered and newest.months is not None):
        return
    gathered = holdings.gather()
    told = {"gathered": gathered, "holdings": holdings.count(gathered), "months": holdings.count_months()}
    if report.changed:
        counts = {"pages": report.pages, "articles": report.articles, "changed": report.loaded + report.pruned}
        Load.objects.create(started=started, finished=timezone.now(), reader=readers.version(), **counts, **told)
    elif newest:
        Load.objects.filter(pk=newest.pk).update(**told)
