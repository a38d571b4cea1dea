"""Articles as rows: CSV for a spreadsheet, JSON Lines for a program."""

import json
from collections.abc import Iterable, Iterator

from articles.batches import batches
from articles.citations import refer
from articles.models import Article
from articles.records import of_articles
from articles.spreadsheet import lines

JSON_LINES = "application/jsonl; charset=utf-8"
BATCH = 100
HEADER = (
    "标识", "地址", "报纸", "日期", "版次", "版名", "栏目", "引题", "主题", "副题", "作者", "电头机构", "电头地点",
    "字数", "开头", "推断",
)  # fmt: skip
FACTS = {"publication": "报纸", "date": "日期", "number": "版次"}

Entry = tuple[Article, str]  # an article and its permanent address in full


def articles_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """A line an article; what is somebody's inference is named in the last column."""
    return lines(HEADER, (_row(article, address) for article, address in entries))


def _row(article: Article, address: str) -> tuple:
    page, reference = article.page, refer(article, address)
    inferred = "、".join(word for field, word in FACTS.items() if field in reference.inferred)
    printed_in = page.publication, page.date and page.date.isoformat(), page.number, page.name
    titles = article.column, article.kicker, article.headline, article.subtitle
    found = "、".join(reference.authors), article.agency, article.place, article.length, article.opening
    return article.key, address, *printed_in, *titles, *found, inferred


def articles_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """An object a line, as the API has it; entries fetched `for_records()`."""
    for batch in batches(entries, BATCH):
        article, address = batch[0]
        site = address.removesuffix(article.get_absolute_url())
        for record in of_articles([article for article, _ in batch], site):
            yield json.dumps(record, ensure_ascii=False) + "\n"
