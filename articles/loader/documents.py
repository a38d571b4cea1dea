"""What the index is told of each article: made from the rows alone, so that the index can be made anew at any time."""

from collections.abc import Iterable, Iterator, Mapping

from articles import gazetteer, search
from articles.corrections import targets
from articles.corrections.naming import COLUMN, PERSON, Naming
from articles.corrections.printed import TITLE_FIELDS, part_of
from articles.keys import column_key
from articles.models import Article, Correction, Page
from articles.search import Document
from articles.search.sounds import bare_name

MARKS = ("label", "continued_from", "continued_to")


def page_documents(page: Page, naming: Naming | None = None) -> list[Document]:
    """A document for each article of a page; naming: as the journal stands, if not given."""
    articles = list(page.articles.order_by("position").for_writing())
    journal = targets.for_page(page.key, [article.key for article in articles])
    lines, naming = lines_of(page), naming or Naming.load()
    return [
        document(article, lines.get(article.position, {}), journal.get(targets.address(article), []), naming)
        for article in articles
    ]


def all_documents() -> Iterator[Document]:
    """The documents of the whole archive, page by page."""
    naming = Naming.load()
    for page in Page.objects.order_by("date", "id").iterator(chunk_size=100):
        yield from page_documents(page, naming)


def rebuild() -> int:
    """Makes the whole index anew; returns the number of articles in it."""
    return search.rebuild(all_documents())


def rebuild_if_wrong() -> str:
    """An index of another version, or damaged, is made anew before anything is added to it; says what was wrong."""
    problems = search.check("default")
    if problems:
        rebuild()
    return problems[0] if problems and Article.objects.exists() else ""


def rebuild_if_short(articles: int) -> str:
    """An index that does not hold so many articles is made anew; says what was wrong."""
    if search.count("default") == articles:
        return ""
    rebuild()
    return "索引与文章的数目不合"


def keep_in_step() -> None:
    """After an upgrade an editor may come before the loader: the index is made anew then."""
    try:
        search.drop([])
    except search.OutOfStep:
        rebuild()


def renumber(changes: Mapping[int, int]) -> None:
    """Follows articles whose row numbers have changed from old to new."""
    search.drop(changes)
    moved = set(changes.values())
    pages = Page.objects.filter(articles__number__in=moved).distinct() if moved else []
    search.put([document for page in pages for document in page_documents(page) if document.number in moved])


def lines_of(page: Page) -> dict[int, dict[str, list[str]]]:
    """{position: {field: printed lines}} of the fields that the rows do not hold as printed."""
    lines: dict[int, dict[str, list[str]]] = {}
    for start, end, field, position in page.spans:
        if position is not None and field in ("byline", *MARKS):
            lines.setdefault(position, {}).setdefault(field, []).append(page.text[start:end])
    return lines


def document(
    article: Article, lines: Mapping[str, list[str]], journal: Iterable[Correction], naming: Naming
) -> Document:
    """What the index is told of an article; lines: those that lines_of() gives for it; journal: its entries."""
    values, fields = _readings(article, journal), fields_of(article, naming)
    shown = [getattr(article, field) for field in TITLE_FIELDS]
    headline = [*shown, *(value for field in TITLE_FIELDS for value in values[field])]
    headline += [value for field, value in fields if field == "label"]
    names = [*lines.get("byline", []), *values["bylines"], *(byline.name for byline in article.bylines.all())]
    names += [value for field, value in fields if field == "alias"]
    body = [*_body(article), *values["dateline"], *values["caption"], *values["credits"], *_marks(lines)]
    return Document(article.number, _joined(headline), _joined(body), _joined(names), tuple(fields))


def _marks(lines: Mapping[str, list[str]]) -> Iterator[str]:
    return (line for field in MARKS for line in lines.get(field, []))


def _readings(article: Article, journal: Iterable[Correction]) -> dict[str, list[str]]:
    """Printed and corrected values by kind of field, where the rows do not hold them: both are found."""
    values: dict[str, list[str]] = {field: [] for field in (*TITLE_FIELDS, "dateline", "bylines", "caption", "credits")}
    for field, value in article.printed.items():
        if field == "bylines" or field in article.corrected:
            values[part_of(field)].append(value)
    for correction in journal:
        if correction.state == Correction.State.APPLIED and part_of(correction.field) in values:
            values[part_of(correction.field)].append(correction.new)
    return values


def _body(article: Article) -> Iterator[str]:
    yield from article.deck
    for section in article.sections.all():
        yield section.heading
        yield from section.paragraphs
    for figure in article.figures.all():
        yield from (figure.caption, figure.credit)


def fields_of(article: Article, naming: Naming) -> list[tuple[str, str]]:
    """By what the article is filtered: whom it names, where it stands, what it is; other names lead there too."""
    return [*_people(article, naming), *_labels(article, naming), *_places(article), *_named(article)]


def _people(article: Article, naming: Naming) -> Iterator[tuple[str, str]]:
    for byline in article.bylines.all():
        key, name = (byline.person.key, byline.person.name) if byline.person else ("", "")
        yield "person", key
        others = (byline.name, name, *map(bare_name, naming.also(PERSON + key)))
        yield from (("alias", other) for other in others if other != key)


def _labels(article: Article, naming: Naming) -> Iterator[tuple[str, str]]:
    """The other labels of the column under which the article is listed."""
    if article.column:
        yield from (("label", other) for other in naming.also(COLUMN + column_key(article.column)))


def _places(article: Article) -> Iterator[tuple[str, str]]:
    page = article.page
    values = {"column": article.column, "place": article.place, "paper": page.publication, "page": page.plain_number}
    yield from ((field, value) for field, value in values.items() if value)
    yield "type", "文字" if article.sections.all() else "图片"
    if article.doubts:
        yield "doubt", "有"


def _named(article: Article) -> Iterator[tuple[str, str]]:
    """The places that the text names, but for the one that the dateline tells."""
    captions = (figure.caption for figure in article.figures.all())
    texts = (text for section in article.sections.all() for text in (section.heading, *section.paragraphs))
    said = "\n".join([article.kicker, article.headline, article.subtitle, *article.deck, *texts, *captions])
    for place in gazetteer.places_in(said):
        if article.place not in (place.name, place.called):
            yield "named", place.called


def _joined(texts: Iterable[str]) -> str:
    """The texts on lines of their own, each once."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
