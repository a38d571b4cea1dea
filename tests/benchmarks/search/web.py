"""Search pages a second: the site's and Datasette's, each served by one process, over connections kept open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from tests.benchmarks.search import datasette_file
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.engines.base import FACETS
from tests.benchmarks.search.engines.tokens import asked
from tests.benchmarks.search.kept import folder_of
from tests.benchmarks.search.survey import Survey
from tests.benchmarks.search.urls import PLAIN
from tests.benchmarks.search.versions import CORPUS_VERSION, sources
from tests.benchmarks.served import gunicorn, load, serving, site

SECONDS, WARM = 8.0, 2.0


@dataclass(frozen=True, slots=True)
class Served:
    """p50, p95: milliseconds of a page, with all connections busy."""

    title: str
    a_second: float
    p50: float
    p95: float


def web(survey: Survey) -> list[Served]:
    """The site's search page first, then what it is compared with."""
    typed = _queries(survey)
    environment, datasette = site(survey.size), _datasette(survey.size)
    pages = [f"/search/?q={quote(text)}" for text in typed]
    with serving(gunicorn(), environment | {"BENCH_KEEPS": "0"}) as (port, _):
        served = [_measured("this search's page", port, pages), _measured("plain template page", port, [f"/{PLAIN}"])]
    with serving(gunicorn(), environment) as (port, _):
        served.append(_measured("… asked for again", port, pages))
    with serving(_datasette_server(datasette), {}) as (port, _):
        words = [quote(" ".join(asked(text))) for text in typed]
        facets = "".join(f"&_facet={field}" for field in FACETS)
        served += [
            _measured("Datasette's page", port, [f"/bench/articles?_search={text}&_size=20" for text in words]),
            _measured("… with facets", port, [f"/bench/articles?_search={text}&_size=20{facets}" for text in words]),
            _measured("… as JSON", port, [f"/bench/articles.json?_search={text}&_size=20" for text in words]),
        ]
    return served


def _queries(survey: Survey) -> list[str]:
    """Some of every class but the fielded one, whose fields Datasette would take for words."""
    drawn = [asks[:20] for asks in classes(survey).values() if not any(ask.filters for ask in asks)]
    return [ask.text for asks in zip(*drawn, strict=True) for ask in asks]


def _datasette(size: int) -> Path:
    depends = sources("tests.benchmarks.search.datasette_file", "tests.benchmarks.search.engines.tokens")
    file = folder_of(size) / "datasette" / f"{CORPUS_VERSION}-{depends}" / "bench.db"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        datasette_file.make(size, file)
    return file


def _datasette_server(file: Path) -> list[str]:
    return ["-m", "datasette", "serve", str(file), "--host", "127.0.0.1", "--port", "{port}"]


def _measured(title: str, port: int, paths: Sequence[str]) -> Served:
    load(port, paths, WARM)
    took, seconds = load(port, paths, SECONDS)
    cuts = quantiles(took, n=20, method="inclusive")
    return Served(title, len(took) / seconds, cuts[9] * 1000, cuts[18] * 1000)
