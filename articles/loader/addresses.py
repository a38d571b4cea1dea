"""Addresses outlive readings: the keys of a page's articles, and where former keys lead."""

from collections.abc import Iterable, Mapping, Sequence

from articles import keys
from articles.models import Article, KeyChange, Page
from articles.reading import PageDraft


def name_articles(page: Page, draft: PageDraft, old: Sequence[Mapping]) -> list[str]:
    """Keys of the new reading's articles; former keys are made to lead to them."""
    bases = [keys.base_key(article) for article in draft.articles]
    wanted = {key for base in bases for key in keys.choices(base, page.key, len(bases))}
    others = dict(Article.objects.filter(key__in=wanted).exclude(page__key=page.key).values_list("key", "page__key"))
    names = keys.assign(bases, page.key, own={row["key"] for row in old}, taken=others)
    KeyChange.objects.filter(old__in=names).delete()
    reprints = {keys.suffixed(key, other): key for key, other in others.items() if key == keys.root(key)}
    _lead(reprints | _moves(page, draft, old, names))
    return names


def _moves(page: Page, draft: PageDraft, old: Sequence[Mapping], names: Sequence[str]) -> dict[str, str]:
    if not old or {row["key"] for row in old} <= set(names):
        return {}
    before = keys.lines_by_article(page.text, page.spans)
    spans = ((*span, field, None if index is None else index + 1) for span, field, index in draft.spans())
    after = keys.lines_by_article(draft.text, spans)
    return keys.moved(
        {row["key"]: before[row["position"]] for row in old if row["position"] in before},
        {name: after[position] for position, name in enumerate(names, 1) if position in after},
    )


def _lead(changes: Mapping[str, str]) -> None:
    """Records former keys; what led to a former key leads on to the new one."""
    known = dict(KeyChange.objects.filter(old__in=changes).values_list("old", "new"))
    for old, new in changes.items():
        if known.get(old) != new:
            KeyChange.objects.filter(new=old).update(new=new)
            KeyChange.objects.update_or_create(old=old, defaults={"new": new})


def take_free_keys(reprints: Iterable[str]) -> None:
    """An article that looked like a reprint until its text left another page, in the same load, has the plain key."""
    for key in sorted(reprints):
        if not Article.objects.filter(key=keys.root(key)).exists():
            Article.objects.filter(key=key).update(key=keys.root(key))
            KeyChange.objects.filter(old=keys.root(key)).delete()
