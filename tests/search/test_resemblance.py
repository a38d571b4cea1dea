"""The same text printed twice: made pairs of the archive's own pages, edited as editors edit, and what is no pair.

Measured (`pytest -s` prints it) at 0.35, the precision being 1 throughout: 0 of 32,131 pairs of different articles
are taken for one.

| edit | pairs | recall |
|-|-:|-:|
| headline edited | 254 | 1.000 |
| last paragraph cut | 239 | 1.000 |
| the four commonest names and nouns changed | 254 | 0.988 |
| note put before it | 254 | 1.000 |
"""

import json
from itertools import combinations
from pathlib import Path

import pytest

from articles.folding import fold
from articles.search import Document
from articles.search.resemblance import LEAST, SHORTEST, bands, likeness, shingles
from articles.search.tokens import row_of
from articles.words import cut, names_something

PAGES = Path(__file__).parent.parent / "pages"
WEATHER = (
    "今天阴有小雨，{0}到{1}度，东北风{2}级，相对湿度百分之{3}；明天多云转晴，{4}到{5}度；后天晴，{6}到{7}度。"
    "城区空气质量指数{8}，首要污染物为可吸入颗粒物。沿江水位{9}米，与昨日相比{10}。市气象台提醒早晚温差大，"
    "外出请添衣，山区注意{11}。未来一周无强冷空气影响，农事以田间清沟为主。"
)
DAYS = [
    (3, 9, 4, 82, 5, 14, 4, 17, 61, 9.42, "上涨两分", "道路结冰"),
    (11, 19, 3, 70, 12, 23, 13, 25, 48, 8.77, "持平", "森林防火"),
    (24, 31, 2, 66, 25, 34, 26, 35, 39, 12.05, "回落一寸", "山洪与落石"),
]


def texts() -> list[list[str]]:
    """The paragraphs of every article of the made pages that is long enough to be compared."""
    pages = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.json")))
    articles = [
        [paragraph for section in article["sections"] for paragraph in section["paragraphs"]]
        for page in pages
        for article in page["articles"]
    ]
    return [paragraphs for paragraphs in articles if len("".join(paragraphs)) > SHORTEST * 1.5]


def without_last(paragraphs):
    """The last paragraph cut, or the last third of a single one."""
    return paragraphs[:-1] if len(paragraphs) > 1 else [paragraphs[0][: len(paragraphs[0]) * 2 // 3]]


def with_other_names(paragraphs):
    """The four nouns and names of two or three characters that are said most are called otherwise throughout."""
    text = "\n".join(paragraphs)
    said = [word for word in cut(text) if len(word) in (2, 3) and names_something(word)]
    most = sorted(set(said), key=lambda word: (-said.count(word), word))[:4]
    for word, other in zip(most, ("何若谷", "沙渚镇", "欧阳牧野", "棠溪"), strict=False):
        text = text.replace(word, other)
    return text.split("\n")


def with_lead(paragraphs):
    return ["本报编者按：此文在读者中反响热烈，现应各地来信要求重新刊出，略有删节。", *paragraphs]


EDITS = {"edited headline": list, "last cut": without_last, "names changed": with_other_names, "note added": with_lead}
RECALL = {"edited headline": 1.0, "last cut": 0.99, "names changed": 0.97, "note added": 1.0}


def body(paragraphs) -> str:
    return row_of(Document(1, body="\n".join(map(fold, paragraphs)))).body


def is_found(one: str, other: str) -> bool:
    """As the index finds it: by a shared band first, then by the texts."""
    return bool({*bands(one)} & {*bands(other)}) and likeness(shingles(one), shingles(other)) >= LEAST


@pytest.mark.parametrize("kind", EDITS)
def test_it_finds_texts_that_were_edited(kind):
    pairs = [(body(text), body(EDITS[kind](text))) for text in texts()]
    pairs = [pair for pair in pairs if all(map(shingles, pair))]
    recall = sum(is_found(*pair) for pair in pairs) / len(pairs)
    print(f"{kind}: recall {recall:.3f} of {len(pairs)}")
    assert len(pairs) > 100 and recall >= RECALL[kind]


def test_it_takes_no_two_articles_for_one():
    all_texts = [(shingles(text), {*bands(text)}) for text in map(body, texts())]
    found = [
        likeness(one, other)
        for (one, its), (other, others) in combinations(all_texts, 2)
        if its & others and likeness(one, other) >= LEAST
    ]
    pairs = len(all_texts) * (len(all_texts) - 1) // 2
    print(f"different articles: {len(found)} of {pairs} pairs taken for one")
    assert not found


def test_it_tells_texts_made_from_one_pattern_apart():
    weather = [body([WEATHER.format(*day)]) for day in DAYS]
    assert all(map(shingles, weather))
    assert not any(is_found(*pair) for pair in combinations(weather, 2))


@pytest.mark.parametrize("text", ["", "　", "图为果农在分拣脐橙。", "今日停水，敬请谅解。" * 8])
def test_it_compares_nothing_short(text):
    assert not shingles(body([text])) and bands(body([text])) == []
    assert likeness(shingles(body([text])), shingles(body([text]))) == 0
