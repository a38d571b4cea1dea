"""What a load would do: seeds read and checked and held against the archive, before anything is locked or written."""

import logging
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from articles.conservation import breach, line_of
from articles.corrections import journal, targets
from articles.formats import open_file
from articles.loader import duplicates, rows
from articles.loader.duplicates import Sighting
from articles.loader.faultpoints import reach
from articles.loader.numbers import Place
from articles.loader.writer import digest
from articles.models import Article, Correction, KeyChange, Page
from articles.queries import print_order
from articles.reading import BadTable, PageDraft, Unreadable
from articles.reading.doubts import NO_HEADLINE
from articles.seeds import BadSeed, Problem, Seed, find, open_seed, shown

logger = logging.getLogger(__name__)

Read = Callable[..., PageDraft]
Progress = Callable[[Sequence[Seed]], Iterable[Seed]]


class Drafts:
    """Seeds with their drafts, kept in a file: thousands of pages need not fit in memory."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the plan)
        self._places: list[tuple[tuple, int]] = []
        self.keys: set[str] = set()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, order: tuple, seed: Seed, draft: PageDraft) -> None:
        self._places.append((order, self._file.tell()))
        self.keys.add(seed.key)
        pickle.dump((seed, draft), self._file)

    def in_order(self) -> Iterator[tuple[Seed, PageDraft]]:
        """By date, paper and page number, so that the same seeds give the same archive however they were named."""
        for _, place in sorted(self._places):
            self._file.seek(place)
            yield pickle.load(self._file)


@dataclass
class Plan:
    """The differences between the seeds and the archive, and what is wrong with the seeds."""

    drafts: Drafts = field(default_factory=Drafts)
    unchanged: list[Seed] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    entries: list[journal.Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def make_plan(
    paths: Sequence[Path], read: Read, progress: Progress, *, prune: bool = False, again: bool = False
) -> Plan:
    """Reads what has changed (all seeds, again) and compares it with the archive; writes nothing."""
    plan = Plan()
    plan.entries = _journal_entries(plan, paths)
    seeds, missing = _single(plan, _opened(plan, paths), paths, prune)
    plan.missing = missing
    changed = seeds if again else _changed(plan, seeds)
    places = [(place, Sighting(seed.key, seed.file)) for seed, place in _read_all(plan, progress(changed), read)]
    plan.warnings += duplicates.same_issue([*_stored_places(plan, {seed.key for seed in changed}, prune), *places])
    return plan


def _journal_entries(plan: Plan, paths: Sequence[Path]) -> list[journal.Entry]:
    entries: list[journal.Entry] = []
    for file in (path / journal.FILE_NAME for path in paths if path.is_dir()):
        found, problems = journal.read_file(file) if file.exists() else ([], [])
        entries += found
        plan.problems += problems
    return journal.unknown(entries)


def _opened(plan: Plan, paths: Sequence[Path]) -> list[Seed]:
    files, problems = find(paths)
    plan.problems += problems
    seeds = []
    for file in files:
        try:
            seeds.append(open_seed(file))
        except BadSeed as error:
            plan.problems.append(error.problem)
    return seeds


def _single(plan: Plan, seeds: list[Seed], paths: Sequence[Path], prune: bool) -> tuple[list[Seed], list[str]]:
    """The seeds with each page once, and the keys of pages whose files are gone."""
    seeds, problems, warnings = duplicates.same_name(seeds)
    plan.problems += problems
    plan.warnings += warnings
    stored = {page.key: page for page in Page.objects.only("key", "file", "source")}
    missing = [key for key in stored.keys() - {seed.key for seed in seeds} if _is_gone(stored[key].file, paths)]
    others = stored.keys() - {seed.key for seed in seeds} - (set(missing) if prune else set())
    sightings = {stored[key].source: Sighting(key, stored[key].file, key in missing) for key in others}
    seeds, problems = duplicates.same_text(seeds, sightings, {key: page.source for key, page in stored.items()})
    plan.problems += problems
    return seeds, sorted(missing)


def _is_gone(file: str, paths: Sequence[Path]) -> bool:
    """Whether a page's file lay in one of the folders now loaded and is no longer there."""
    folders = [Path(shown(path)) for path in paths if path.is_dir()]
    inside = bool(file) and any(Path(file).is_relative_to(folder) for folder in folders)
    return inside and not (Path(settings.BASE_DIR) / file).is_file()


def _changed(plan: Plan, seeds: Sequence[Seed]) -> list[Seed]:
    known = {page.key: page for page in Page.objects.only("key", "digest")}
    corrected = _corrected_pages()
    changed = []
    for seed in seeds:
        page = known.get(seed.key)
        if page is None or page.digest != digest(seed, _journal_of(page) if seed.key in corrected else {}):
            changed.append(seed)
        else:
            plan.unchanged.append(seed)
    return changed


def _corrected_pages() -> set[str]:
    """Pages that the journal may speak of."""
    targeted = set(Correction.objects.values_list("target", flat=True))
    keys = {target.removeprefix(targets.ARTICLE) for target in targeted if target.startswith(targets.ARTICLE)}
    keys |= set(KeyChange.objects.filter(old__in=keys).values_list("new", flat=True))
    pages = {target.removeprefix(targets.PAGE) for target in targeted if target.startswith(targets.PAGE)}
    homes = Article.objects.filter(key__in=keys).values_list("page__key", flat=True)
    return pages | set(homes) | set(Correction.objects.values_list("page", flat=True))


def _journal_of(page: Page) -> dict[str, list[Correction]]:
    return targets.for_page(page.key, list(Article.objects.filter(page=page).values_list("key", flat=True)))


def _read_all(plan: Plan, seeds: Iterable[Seed], read: Read) -> Iterator[tuple[Seed, tuple[str, str, str]]]:
    for seed in seeds:
        if (draft := _read(plan, seed, read)) is None:
            continue
        facts = rows.page_facts(draft, seed.given)
        publication, date, number = (facts[name].value for name in ("publication", "date", "number"))
        plan.drafts.add((date, print_order(Place(publication, number, seed.key))), seed, draft)
        yield seed, (publication, date, number)
        reach("parse")


def _read(plan: Plan, seed: Seed, read: Read) -> PageDraft | None:
    try:
        source = open_file(seed.path)
        draft = read(source.text.encode(), stated=source.stated)
    except Unreadable as error:
        plan.problems.append(Problem(seed.file, error.line or 1, error.message))
        return None
    except BadTable:
        raise
    except Exception as error:  # a fault of the reader in one page must not keep the others out
        logger.exception("reading %s", seed.file)
        plan.problems.append(Problem(seed.file, 1, f"读法出错，请报告：{type(error).__name__}: {error}"))
        return None
    plan.warnings += _warnings(seed, draft)
    return draft


def _warnings(seed: Seed, draft: PageDraft) -> Iterator[Problem]:
    if found := breach(draft.text, (span for span, _, _ in draft.spans())):
        yield Problem(seed.file, line_of(draft.text, found[0]), f"读法有误，请报告：{found[1]}")
    for number, article in enumerate(draft.articles, 1):
        for doubt in article.doubts:
            if doubt.code == NO_HEADLINE:
                line = line_of(draft.text, doubt.span.start if doubt.span else 0)
                yield Problem(seed.file, line, f"第 {number} 篇没有读到标题，已存疑")


def _stored_places(plan: Plan, changed: set[str], prune: bool) -> Iterator[tuple[tuple[str, str, str], Sighting]]:
    """Paper, day and number of the pages that stay as they are."""
    gone = changed | (set(plan.missing) if prune else set())
    pages = Page.objects.values_list("key", "file", "publication", "date", "number")
    for key, file, publication, date, number in pages:
        if key not in gone:
            yield (publication, str(date or ""), number), Sighting(key, file)
