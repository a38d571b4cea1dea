"""The hand-written pages as the project's reader reads them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from articles.reading import ArticleDraft, PageFacts, read_page
from tests.search.judged.articles import Known

PAGES = Path(__file__).parents[2] / "pages"
UNDATED = date(1970, 1, 1)  # a day for each page that prints none


def articles() -> list[Known]:
    """Every article of every page, page by page."""
    return [one for at, path in enumerate(sorted(PAGES.glob("*.txt"))) for one in _of_page(path, at)]


def _of_page(path: Path, at: int) -> Iterator[Known]:
    page = read_page(path.read_bytes())
    for draft in page.articles:
        yield _known(path.stem, draft, page.facts, UNDATED + timedelta(at))


def _known(key: str, draft: ArticleDraft, facts: PageFacts, otherwise: date) -> Known:
    printed = {name: fact.value for name in ("publication", "date", "number") if (fact := getattr(facts, name))}
    titles = [text.value for text in (draft.kicker, draft.headline, draft.subtitle, draft.column) if text]
    people = tuple(credit.name for credit in draft.bylines if credit.name)
    lines = [text.value for text in draft.byline_lines]
    return Known(
        key=key, day=date.fromisoformat(printed["date"]) if "date" in printed else otherwise,
        headline=draft.headline.value if draft.headline else "",
        stack="\n".join(titles), body="\n".join(_body(draft)), names="\n".join(dict.fromkeys([*lines, *people])),
        people=people, roles=tuple(credit.role for credit in draft.bylines if credit.role),
        place=(draft.dateline.place or "") if draft.dateline else "",
        paper=printed.get("publication", ""), column=draft.column.value if draft.column else "",
        page=printed.get("number", ""),
    )  # fmt: skip


def _body(draft: ArticleDraft) -> Iterator[str]:
    """Deck, subheads, paragraphs, captions, credits."""
    yield from (text.value for text in draft.deck)
    for section in draft.sections:
        yield from ([section.heading.value] if section.heading else [])
        yield from (text.value for text in section.paragraphs)
    for figure in draft.figures:
        yield from ([figure.caption.value] if figure.caption else [])
        yield from (line.value for line in figure.credit_lines)
