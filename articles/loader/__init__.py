"""The only writer of articles: loads seeds, applies corrections, keeps rows and index in step, in one transaction."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from articles import corrections, holdings, keys, readers, search
from articles.corrections import deciding, journal, targets
from articles.corrections.naming import Naming, is_naming
from articles.corrections.printed import Refused
from articles.loader import continuations, datestamps, documents, numbers, people, renaming, ties
from articles.loader.faultpoints import reach
from articles.loader.lock import Busy, load_lock, one_writer
from articles.loader.numbers import DayFull
from articles.loader.plan import Plan, Progress, make_plan
from articles.loader.report import Report
from articles.loader.writer import Written, erase_page, seed_of, take_free_keys, write_page
from articles.models import Article, Correction, Load, Page, Person
from articles.readers import read_page

__all__ = [
    "Busy",
    "DayFull",
    "check",
    "confirm",
    "correct",
    "correct_all",
    "decide",
    "import_corrections",
    "load",
    "load_lock",
    "one_writer",
    "rebuild_index",
    "reload_page",
    "withdraw",
]
logger = logging.getLogger(__name__)


def load(
    paths: Sequence[Path],
    *,
    progress: Progress = iter,
    check: bool = False,
    prune: bool = False,
    again: bool = False,
) -> Report:
    """Brings the archive in step with the seeds under the paths.

    check only tells what would be done; prune takes out pages whose files are gone; again writes unchanged pages too.
    Raises Busy when another load runs, DatabaseError when nothing could be written; whatever the exception, the
    archive is then as it was.
    """
    if check:
        return _foretold(make_plan(paths, read_page, progress, prune=prune, again=again))
    with load_lock(), _safely_on_disk():
        started = timezone.now()
        plan = make_plan(paths, read_page, progress, prune=prune, again=again)
        report = Report.of(plan)
        with one_writer():
            written = _apply(plan, report, prune=prune)
            written.people |= people.unnamed()
            _close(written, report, started)
            report.turns = continuations.turns()
            reach("before_commit")
        reach("after_commit")
    return report


def import_corrections(path: Path) -> Report:
    """Takes a journal file in and computes the pages it speaks of; entries already known change nothing."""
    entries, problems = journal.read_file(path)
    with load_lock(), _safely_on_disk(), one_writer():
        report, written, started = Report(failed=problems), Written(), timezone.now()
        report.rebuilt = documents.rebuild_if_wrong()
        _place(_store_entries(entries, report), written)
        _close(written, report, started)
    return report


def reload_page(key: str) -> Report:
    """Computes a stored page again from its text and the journal, index too; raises Page.DoesNotExist."""
    with one_writer():
        report, started = Report(loaded=1), timezone.now()
        documents.keep_in_step()
        page = Page.objects.get(key=key)
        _close(_write_again(page, Naming.load()), report, started)
    return report


def correct(
    target: corrections.Target, changes: Mapping[str, tuple[str, str]], kind: str, reason: str, editor: str
) -> list[Correction]:
    """An editor's changes {field: (value seen, new value)} to the journal and the page; all or none.

    Raises Refused for a value that cannot be, Stale (a Refused) for one that someone else has changed meanwhile.
    """
    return correct_all([(target, changes)], kind, reason, editor)


def correct_all(
    changes: Iterable[tuple[corrections.Target, Mapping[str, tuple[str, str]]]], kind: str, reason: str, editor: str
) -> list[Correction]:
    """As correct(), of many articles and pages at once: entries for each of them, all or none."""
    return _recorded(
        lambda: [
            corrections.append(fresh, field, new, kind, reason, editor, old=old)
            for target, fields in changes
            for fresh in [_fresh(target)]
            for field, (old, new) in fields.items()
        ]
    )


def check(target: corrections.Target, doubts: Iterable[Mapping], reason: str, editor: str) -> list[Correction]:
    """An editor has looked at these doubts and the reading is right: entries 核对无误, and the doubts are open no more.

    Raises Refused, and stores none, where one of them is no longer open.
    """
    return _recorded(lambda: [corrections.check(_fresh(target), doubt, reason, editor) for doubt in doubts])


def confirm(targets: Iterable[corrections.Target], reason: str, editor: str) -> list[Correction]:
    """Everything doubtful or inferred of these articles and pages is right as it stands now; raises Refused."""
    return _recorded(
        lambda: [entry for target in targets for entry in corrections.confirm(_fresh(target), reason, editor)]
    )


def _recorded(append: Callable[[], list[Correction]]) -> list[Correction]:
    """What the function appends to the journal, with each page that it speaks of computed anew, once; all or none."""
    with one_writer():
        report, written, started = Report(), Written(), timezone.now()
        documents.keep_in_step()
        entries = append()
        report.loaded = len({entry.page for entry in entries})
        _place(entries, written)
        _close(written, report, started)
    return entries


def _fresh(target: corrections.Target) -> corrections.Target:
    """The row as it is stored now; raises Refused."""
    fresh = type(target).objects.filter(key=target.key).first()
    if fresh is None:
        raise Refused("", "它已因重新装载而改了标识，请从列表里重新打开")
    return fresh


def decide(target: str, field: str, new: str, reason: str, editor: str) -> Correction:
    """An editor's decision about `person:<key>` or `column:<key>` (see corrections.deciding), carried out at once."""
    with one_writer():
        entry = deciding.append(target, field, new, reason, editor)
        _name_again([entry])
    return entry


def withdraw(correction: Correction, editor: str) -> Correction:
    """Withdraws an entry and computes its page again, so that the print (or the entry before) is shown."""
    with one_writer():
        corrections.withdraw(correction, editor)
        if is_naming(correction):
            _name_again([correction])
        elif page := targets.page_of(correction):
            reload_page(page)
    return correction


def _name_again(entries: Sequence[Correction]) -> None:
    """Carries out entries about names, or undoes what withdrawn ones did."""
    report, written, started = Report(corrections=len(entries)), Written(), timezone.now()
    documents.keep_in_step()
    _place(entries, written)
    _close(written, report, started)


def rebuild_index() -> int:
    """Makes the whole index anew from the rows; returns the number of articles in it."""
    with load_lock(), one_writer():
        return documents.rebuild()


def _foretold(plan: Plan) -> Report:
    report = Report.of(plan)
    report.loaded, report.corrections = len(plan.drafts), len(plan.entries)
    report.pages, report.articles = Page.objects.count(), Article.objects.count()
    report.turns = continuations.turns()
    return report


def _apply(plan: Plan, report: Report, *, prune: bool) -> Written:
    """Writes the differences of the plan, prunings first, so that a renamed seed finds its articles' keys free."""
    report.rebuilt = documents.rebuild_if_wrong()
    written = Written()
    for page in Page.objects.filter(key__in=plan.missing if prune else []):
        written.add(erase_page(page))
        report.pruned += 1
    strays = _store_entries(plan.entries, report)
    naming = Naming.load()
    for seed, draft in plan.drafts.in_order():
        written.add(write_page(seed, draft, naming))
        report.loaded += 1
    _place(strays, written, done=plan.drafts.keys)
    _note_files(plan)
    return written


def _store_entries(entries: Sequence[journal.Entry], report: Report) -> list[journal.Entry]:
    stored = journal.store(entries)
    report.corrections = len(stored)
    return stored


def _place(strays: Sequence[journal.Entry], written: Written, done: Collection[str] = ()) -> None:
    """Applies entries by computing anew the pages and names that they speak of; those of no page wait as conflicts."""
    naming = Naming.load()
    placed = (entry for entry in strays if isinstance(entry, Correction) and not is_naming(entry))
    homes = {entry.pk: targets.page_of(entry) for entry in placed}
    for page in Page.objects.filter(key__in={key for key in homes.values() if key} - set(done)):
        written.add(_write_again(page, naming))
    lost = [pk for pk, home in homes.items() if home is None]
    Correction.objects.filter(pk__in=lost, withdrawn=None).update(state=Correction.State.CONFLICT)
    if named := renaming.addresses(naming, strays):
        written.people |= renaming.follow(naming, named)
        renaming.store_states(naming)


def _write_again(page: Page, naming: Naming) -> Written:
    """Computes a stored page from its text, what its file stated of it, and the journal."""
    return write_page(seed_of(page), read_page(page.text.encode(), stated=dict(page.stated)), naming)


def _note_files(plan: Plan) -> None:
    """Seeds that were only moved to another folder: their pages stay as they are."""
    known = dict(Page.objects.values_list("key", "file"))
    for seed in plan.unchanged:
        if known.get(seed.key) != seed.file:
            Page.objects.filter(key=seed.key).update(file=seed.file)


def _close(written: Written, report: Report, started: datetime) -> None:
    """What ends every transaction: strayed corrections, order of the day, links, persons, a check, counts, Load."""
    take_free_keys(written.reprints)
    _place(written.homeless, written)
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


@contextmanager
def _safely_on_disk() -> Iterator[None]:
    """A load is on the disk when it is told as done, and leaves nothing for its readers to tidy up.

    SQLite: no long write-ahead log; PostgreSQL: nothing in the index that is only noted.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        yield from _synchronously()
    else:
        yield
        search.settle()


def _synchronously() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
        try:
            yield
            _sweep(cursor)
        finally:
            cursor.execute("PRAGMA synchronous=NORMAL")


def _sweep(cursor: CursorWrapper) -> None:
    """What is committed is safe; that it could not be swept together (a full disk) is told and no failure."""
    try:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA optimize")
    except DatabaseError as error:
        logger.warning("装载已完成；整理数据库时出错：%s", error)
