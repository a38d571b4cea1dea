"""What editors do: an entry of the journal, and the pages and names it speaks of computed anew, all or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.utils import timezone

from articles import corrections
from articles.corrections import deciding, targets
from articles.corrections.naming import Naming, is_naming
from articles.corrections.printed import Refused
from articles.loader import documents
from articles.loader.closing import close, place, write_again
from articles.loader.lock import one_writer
from articles.loader.report import Report
from articles.loader.written import Written
from articles.models import Correction, Page


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
        place(entries, written)
        close(written, report, started)
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
    place(entries, written)
    close(written, report, started)


def reload_page(key: str) -> Report:
    """Computes a stored page again from its text and the journal, index too; raises Page.DoesNotExist."""
    with one_writer():
        report, started = Report(loaded=1), timezone.now()
        documents.keep_in_step()
        page = Page.objects.get(key=key)
        close(write_again(page, Naming.load()), report, started)
    return report
