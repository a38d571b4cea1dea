"""Loads: seeds and journal files are brought into the archive, each in one transaction."""

from collections.abc import Sequence
from pathlib import Path

from django.utils import timezone

from articles import readers
from articles.corrections import journal
from articles.corrections.naming import Naming
from articles.loader import continuations, documents, people
from articles.loader.closing import close, place, store_entries
from articles.loader.disk import safely_on_disk
from articles.loader.faultpoints import reach
from articles.loader.lock import load_lock, one_writer
from articles.loader.plan import Plan, Progress, make_plan
from articles.loader.report import Report
from articles.loader.writer import erase_page, write_page
from articles.loader.written import Written
from articles.models import Article, Page


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
        return _foretold(make_plan(paths, readers.read_page, progress, prune=prune, again=again))
    with load_lock(), safely_on_disk():
        started = timezone.now()
        plan = make_plan(paths, readers.read_page, progress, prune=prune, again=again)
        report = Report.of(plan)
        with one_writer():
            written = _apply(plan, report, prune=prune)
            written.people |= people.unnamed()
            close(written, report, started)
            report.turns = continuations.turns()
            reach("before_commit")
        reach("after_commit")
    return report


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
    strays = store_entries(plan.entries, report)
    naming = Naming.load()
    for seed, draft in plan.drafts.in_order():
        written.add(write_page(seed, draft, naming))
        report.loaded += 1
    place(strays, written, done=plan.drafts.keys)
    _note_files(plan)
    return written


def _note_files(plan: Plan) -> None:
    """Seeds that were only moved to another folder: their pages stay as they are."""
    known = dict(Page.objects.values_list("key", "file"))
    for seed in plan.unchanged:
        if known.get(seed.key) != seed.file:
            Page.objects.filter(key=seed.key).update(file=seed.file)


def import_corrections(path: Path) -> Report:
    """Takes a journal file in and computes the pages it speaks of; entries already known change nothing."""
    entries, problems = journal.read_file(path)
    with load_lock(), safely_on_disk(), one_writer():
        report, written, started = Report(failed=problems), Written(), timezone.now()
        report.rebuilt = documents.rebuild_if_wrong()
        place(store_entries(entries, report), written)
        close(written, report, started)
    return report


def rebuild_index() -> int:
    """Makes the whole index anew from the rows; returns the number of articles in it."""
    with load_lock(), one_writer():
        return documents.rebuild()
