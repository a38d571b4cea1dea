"""Writes one page: its row, its articles' rows, the journal's states and the index, inside the caller's transaction."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles import keys, readers, search
from articles.corrections import Settled, apply_to_article, settle, targets
from articles.corrections.doubts import look
from articles.corrections.naming import Naming
from articles.corrections.printed import printed_values
from articles.formats import FORMATS_VERSION
from articles.loader import datestamps, doubts, numbers, people, quantities, rows
from articles.loader.addresses import name_articles
from articles.loader.continuations import issue_of, links_at
from articles.loader.documents import page_documents
from articles.loader.faultpoints import reach
from articles.loader.written import Written
from articles.models import Article, Byline, Correction, Figure, Page, Quantity, Section
from articles.reading import ArticleDraft, Doubt, Fact, PageDraft
from articles.seeds import Seed

# Raise it when rows are computed otherwise, so that the next load writes every page anew.
WRITER_VERSION = "11"
# What is kept of an article while it is written anew.
FORMER = ("id", "key", "number", "position", "column_key", "changed", "fingerprint")


@dataclass(frozen=True)
class _Ready:
    """An article about to be stored."""

    key: str
    printed: dict[str, str]
    draft: ArticleDraft
    settled: Settled
    doubts: list[Doubt]


def digest(seed: Seed, journal: Mapping[str, Iterable[Correction]]) -> str:
    """Of all that decides a page's rows: source, side file, corrections, reader."""
    entries = sorted(
        [str(entry.id), address, entry.field, entry.old, entry.new, entry.kind, entry.withdrawn is not None]
        for address, corrections in journal.items()
        for entry in corrections
    )
    facts = [seed.source, seed.encoding, sorted(seed.given.items()), readers.version(), FORMATS_VERSION, WRITER_VERSION]
    return hashlib.sha256(json.dumps([*facts, entries], ensure_ascii=False).encode()).hexdigest()


def seed_of(page: Page) -> Seed:
    """The seed that a stored page was read from."""
    return Seed(page.key, page.source, page.encoding, page.file, page.given)


def write_page(seed: Seed, draft: PageDraft, naming: Naming) -> Written:
    """Makes the rows and the index of a page what its seed and the journal say; all-or-nothing with the transaction."""
    page = Page.objects.filter(key=seed.key).first() or Page(key=seed.key)
    old = list(page.articles.order_by("position").values(*FORMER)) if page.pk else []
    before, people_before, issue_before, links = _standing(page, old), _people_of(page), issue_of(page), links_at(page)
    names = name_articles(page, draft, old)
    gone = datestamps.graves(page, (row for row in old if row["key"] not in names))
    journal = targets.for_page(seed.key, names)
    _fill_page(page, seed, draft, journal)
    ready = [_ready(name, article, page, journal) for name, article in zip(names, draft.articles, strict=True)]
    _replace_articles(page, ready, old, naming)
    for item in ready:
        _store_states(item.settled)
    reach("apply")
    _index(page, [row["number"] for row in old], naming)
    reach("index")
    days = {page.date} if before != _standing(page, [{"key": name} for name in names]) else set()
    reprints = {name for name in names if name != keys.root(name)} - {row["key"] for row in old}
    touched = people_before | _people_of(page)
    issues, found = {issue_before, issue_of(page)}, set(names) - {row["key"] for row in old}
    return Written(days, touched, journal.get("", []), reprints, issues, links, gone, found)


def _standing(page: Page, articles: Sequence[Mapping]) -> tuple:
    """What places a page's articles in the order of their day."""
    return page.publication, page.date, page.number, [row["key"] for row in articles]


def erase_page(page: Page) -> Written:
    """Takes a page with its articles out of the archive and of the index; its corrections stay in the journal."""
    people, links = _people_of(page), links_at(page)
    corrections = [entry for entries in targets.for_page(page.key, _keys(page)).values() for entry in entries]
    gone = datestamps.graves(page, page.articles.values("key", "column_key"))
    search.drop(list(page.articles.values_list("number", flat=True)))
    page.delete()
    return Written(people=people, homeless=corrections, issues={issue_of(page)}, links=links, gone=gone)


def _keys(page: Page) -> list[str]:
    return list(page.articles.values_list("key", flat=True))


def _people_of(page: Page) -> set[int]:
    if not page.pk:
        return set()
    bylines = Byline.objects.filter(article__page=page, person__isnull=False)
    return set(bylines.values_list("person", flat=True))


def _fill_page(page: Page, seed: Seed, draft: PageDraft, journal: Mapping[str, list[Correction]]) -> None:
    facts: dict[str, Fact] = rows.page_facts(draft, seed.given)
    entries = journal.get(f"{targets.PAGE}{seed.key}", [])
    settled = settle({field: fact.value for field, fact in facts.items()}, entries)
    rows.fill_page(page, draft, facts, settled)
    page.doubts = [doubts.as_json(doubt) for doubt in _looked(draft.doubts, entries, page, settled)]
    page.encoding, page.file, page.given, page.source = seed.encoding, seed.file, seed.given, seed.source
    page.digest = digest(seed, journal)
    page.save()
    _store_states(settled)


def _ready(key: str, draft: ArticleDraft, page: Page, journal: Mapping[str, list[Correction]]) -> _Ready:
    printed, entries = printed_values(draft, page.text), journal.get(f"{targets.ARTICLE}{key}", [])
    corrected, settled = apply_to_article(draft, printed, entries)
    left = doubts.unanswered(draft, page.text, settled, settled.differing(printed))
    return _Ready(key, printed, corrected, settled, _looked(left, entries, page, settled))


def _looked(left: Iterable[Doubt], entries: Iterable[Correction], page: Page, settled: Settled) -> list[Doubt]:
    """The doubts that editors have not looked at; the entries that say so are settled with the others."""
    looked = look(left, entries, page.spans, page.text)
    settled.applied += looked.applied
    settled.conflicts += looked.conflicts
    return looked.doubts


def _replace_articles(page: Page, ready: Sequence[_Ready], old: Sequence[Mapping], naming: Naming) -> None:
    """New rows for all articles of the page; those that keep their key keep row and number."""
    former = {row["key"]: row for row in old}
    page.articles.all().delete()
    signed = people.who_signed({item.key: rows.credits_of(item.draft) for item in ready}, page.publication, naming)
    places = numbers.assign([former.get(item.key, {}).get("number") for item in ready], page.date)
    made = []
    for position, (item, number) in enumerate(zip(ready, places, strict=True), 1):
        row = former.get(item.key)
        place = {"id": row and row["id"], "key": item.key, "number": number, "page": page, "position": position}
        place["column"] = rows.shown_column(item.settled, naming)
        made.append(rows.article_rows(item.draft, item.printed, item.settled, item.doubts, signed[item.key], **place))
        datestamps.note(made[-1], item.settled, row)
    _store(made)
    doubts.queue(page, [item.article for item in made])


def _store(made: Sequence[rows.ArticleRows]) -> None:
    Article.objects.bulk_create([item.article for item in made])
    Section.objects.bulk_create([section for item in made for section in item.sections])
    Figure.objects.bulk_create([figure for item in made for figure in item.figures])
    Byline.objects.bulk_create([byline for item in made for byline in item.bylines])
    Quantity.objects.bulk_create([one for item in made for one in quantities.quoted_in(item)], batch_size=500)


def _store_states(settled: Settled) -> None:
    for state, corrections in (
        (Correction.State.APPLIED, settled.applied),
        (Correction.State.CONFLICT, settled.conflicts),
    ):
        changed = [entry.pk for entry in corrections if entry.state != state]
        if changed:
            Correction.objects.filter(pk__in=changed).update(state=state)


def _index(page: Page, before: list[int], naming: Naming) -> None:
    search.drop(before)
    search.put(page_documents(page, naming))
