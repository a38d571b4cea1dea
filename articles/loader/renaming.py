"""Brings bylines, columns and the index in step with what the journal says of names, where that has changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.db.models import QuerySet

from articles import search
from articles.batches import batches
from articles.corrections import settle
from articles.corrections.naming import COLUMN, PERSON, SPLIT, STEPS, Naming, is_naming, signature_of
from articles.corrections.targets import ARTICLE, for_articles
from articles.keys import column_key
from articles.loader import datestamps, documents, people
from articles.loader.rows import ArticleRows, shown_column
from articles.models import Article, Byline, Correction, KeyChange, Person, Quantity, Review

BATCH = 200

Entry = Correction | KeyChange
Journals = Mapping[int, list[Correction]]


def follow(naming: Naming, addresses: Iterable[str]) -> set[int]:
    """Computes anew whatever entries about these addresses may have changed; returns the persons (ids) to count."""
    kin = naming.kin(addresses)
    counted = set(_people(kin).values_list("pk", flat=True))
    touched = _articles(kin)
    for some in batches(touched, BATCH):
        counted |= _follow(naming, some)
    return counted


def addresses(naming: Naming, news: Iterable[Entry]) -> set[str]:
    """What new entries of the journal speak of; articles that bear other keys may fall under any split."""
    moved = any(isinstance(entry, KeyChange) for entry in news)
    split = {entry.target for entry in naming.applied if entry.field == SPLIT} if moved else set()
    named = (entry for entry in news if isinstance(entry, Correction) and is_naming(entry))
    return split | {entry.target for entry in named if entry.field in STEPS}


def store_states(naming: Naming) -> None:
    """Marks the entries that hold, and those that speak of what is no longer there."""
    for state, entries in ((Correction.State.APPLIED, naming.applied), (Correction.State.CONFLICT, naming.conflicts)):
        changed = [entry.pk for entry in entries if entry.state != state]
        Correction.objects.filter(pk__in=changed).update(state=state)


def _people(kin: Iterable[str]) -> QuerySet[Person]:
    return Person.objects.filter(key__in=[key.removeprefix(PERSON) for key in kin if key.startswith(PERSON)])


def _articles(kin: Iterable[str]) -> list[int]:
    """The articles (ids) that stand under one of these names now."""
    labels = [address.removeprefix(COLUMN) for address in kin if address.startswith(COLUMN)]
    signed = Byline.objects.filter(person__in=_people(kin)).values_list("article", flat=True)
    return sorted({*signed, *Article.objects.filter(column_key__in=labels).values_list("pk", flat=True)})


def _follow(naming: Naming, ids: Collection[int]) -> set[int]:
    articles = _read(ids)
    journals = _journals(articles)
    _sign(articles, naming)
    for article in articles:
        _settle(article, naming, journals[article.pk])
    _store(articles)
    _index(articles, naming, journals)
    return {byline.person_id for article in articles for byline in article.bylines.all() if byline.person_id}


def _read(ids: Collection[int]) -> list[Article]:
    """With their pages, each of which is read once for all its articles."""
    return list(
        Article.objects.filter(pk__in=ids).for_writing().prefetch_related("bylines__figure", "page").order_by("pk")
    )


def _journals(articles: Sequence[Article]) -> Journals:
    """The entries about each article (id)."""
    told = for_articles(articles)
    return {article.pk: [one for one in told[article.key] if one.target.startswith(ARTICLE)] for article in articles}


def _sign(articles: Sequence[Article], naming: Naming) -> None:
    """Gives bylines their persons."""
    names = naming.names_of([article.key for article in articles])
    keys = {
        byline: naming.person(signature_of(byline, names[article.key]))
        for article in articles
        for byline in article.bylines.all()
        if byline.person_id
    }
    wrong = [byline for byline, key in keys.items() if byline.person.key != key]
    for key, person in people.ensure(keys[byline] for byline in wrong).items():
        theirs = [byline for byline in wrong if keys[byline] == key]
        for byline in theirs:
            byline.person = person
        Byline.objects.filter(pk__in=[byline.pk for byline in theirs]).update(person=person)


def _settle(article: Article, naming: Naming, journal: Iterable[Correction]) -> None:
    """Gives an article its label, its fingerprint, and no time of change where it has changed (see datestamps)."""
    settled = settle(article.printed, journal)
    settled.applied = [entry for entry in journal if entry.state == Correction.State.APPLIED]
    _label(article, shown_column(settled, naming))
    parts = (list(related.all()) for related in (article.sections, article.figures, article.bylines))
    former = {"changed": article.changed, "fingerprint": article.fingerprint}
    datestamps.note(ArticleRows(article, *parts), settled, former)


def _label(article: Article, label: str) -> None:
    """Lists an article, its numbers, and what waits for review of it, under a label."""
    if label != article.column:
        article.column = label
        Quantity.objects.filter(article=article).update(column_key=column_key(label))
        Review.objects.filter(article=article).update(column_key=column_key(label))


def _store(articles: Iterable[Article]) -> None:
    """What has changed of them; only fingerprints differ from row to row, and need a case for each."""
    changed = [article for article in articles if article.changed is None]
    by_label: dict[str, list[int]] = defaultdict(list)
    for article in changed:
        by_label[article.column].append(article.pk)
    for label, ids in by_label.items():
        Article.objects.filter(pk__in=ids).update(column=label, changed=None)
    Article.objects.bulk_update(changed, ["fingerprint"])


def _index(articles: Sequence[Article], naming: Naming, journals: Journals) -> None:
    """Tells the index of those whose fields have changed."""
    numbers = search.stale({article.number: documents.fields_of(article, naming) for article in articles})
    stale = [article for article in articles if article.number in numbers]
    lines = {page: documents.lines_of(page) for page in {article.page for article in stale}}
    search.put(
        documents.document(article, lines[article.page].get(article.position, {}), journals[article.pk], naming)
        for article in stale
    )


def out_of_step(naming: Naming) -> Iterator[str]:
    """Keys of the articles where a byline or the column is not what the journal makes of it; reads only."""
    kin = naming.kin(entry.target for entry in naming.journal)
    touched = _articles(kin)
    for some in batches(touched, BATCH):
        articles = _read(some)
        names, journals = naming.names_of([article.key for article in articles]), _journals(articles)
        for article in articles:
            if _is_wrong(article, naming, names[article.key], journals[article.pk]):
                yield article.key


def _is_wrong(article: Article, naming: Naming, names: frozenset[str], journal: Iterable[Correction]) -> bool:
    signed = [byline for byline in article.bylines.all() if byline.person_id]
    return article.column != shown_column(settle(article.printed, journal), naming) or any(
        byline.person.key != naming.person(signature_of(byline, names)) for byline in signed
    )
