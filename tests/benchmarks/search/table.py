"""The report, as Markdown: tables with ratios to this search."""

from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.search.corrections import Equality
from tests.benchmarks.search.engines import ENGINES, Archive
from tests.benchmarks.search.fuzz import Fuzz
from tests.benchmarks.search.kept import Built
from tests.benchmarks.search.measure import Recall, Times, mean_ratio
from tests.benchmarks.search.plans import Plan
from tests.benchmarks.search.survey import Survey
from tests.benchmarks.search.web import Served

FIRST = Archive.name
NONE = "–"


def heading(survey: Survey) -> str:
    mean = survey.characters / survey.size
    return f"## {survey.size:,} articles, {survey.bytes / 1e6:,.0f} MB of text, mean {mean:.0f} characters\n"


def times_table(measured: Mapping[str, Mapping[str, Times | None]]) -> str:
    """p50 / p95 in milliseconds of each class, and how many times this search's p50 that is."""
    names = list(next(iter(measured.values())))
    rows = [[label, *(_times(row[name], row[FIRST]) for name in names)] for label, row in measured.items()]
    rows.append(["mean of p50", *(f"×{mean_ratio(measured, name, FIRST):.2f}" for name in names)])
    return lines(["p50 / p95 in ms", *map(_title, names)], rows)


def growth_table(measured: Mapping[int, Mapping[str, Mapping[str, Times | None]]]) -> str:
    """How many times this search's p50 grows from each size to the next."""
    sizes = sorted(measured)
    steps = list(zip(sizes, sizes[1:], strict=False))
    labels = measured[sizes[0]]
    rows = [[label, *(_growth(measured[low][label], measured[high][label]) for low, high in steps)] for label in labels]
    head = "\n## How p50 of this search grows\n\n"
    return head + lines(["", *(f"{low:,} to {high:,}" for low, high in steps)], rows) if steps else ""


def _growth(low: Mapping[str, Times | None], high: Mapping[str, Times | None]) -> str:
    before, after = low[FIRST], high[FIRST]
    return f"×{after.p50 / before.p50:.2f}" if before and after else NONE


def facts_table(
    survey: Survey,
    built: Mapping[str, Built],
    sizes: Mapping[str, int],
    memory: Mapping[str, Sequence[int]],
    puts: Mapping[str, Times],
    recall: Mapping[str, Recall],
    rank: Mapping[str, float],
) -> str:
    """What there is one number of for each engine."""
    rate = {name: survey.size / one.seconds for name, one in built.items()}
    rows = [
        ["recall, 1–12 characters", *(f"{one.found:.2%}" for one in recall.values())],
        ["… on page 1 if ≤ 20 hold it", *(_share(one.first_page) for one in recall.values())],
        ["headline MRR", *(f"{one:.3f}" for one in rank.values())],
        ["articles/s built", *(f"{one:,.0f} ({one / rate[FIRST]:.2f})" for one in rate.values())],
        ["index × text", *(f"{size / survey.bytes:.2f}" for size in sizes.values())],
        ["MB building, peak (more than before)", *(_megabytes(one.memory) for one in built.values())],
        ["MB asked (more than before)", *map(_megabytes, memory.values())],
        ["one article put, p50 / p95 ms", *(_times(one, puts[FIRST]) for one in puts.values())],
    ]
    return lines(["", *map(_title, built)], rows)


def missed_lines(recall: Mapping[str, Recall]) -> str:
    missed = recall[FIRST].missed
    return f"\nNot found by this search: {'; '.join(map(repr, missed))}\n" if missed else ""


def parts_line(parts: Mapping[str, int], survey: Survey) -> str:
    shares = (f"{name} {size / survey.bytes:.2f}" for name, size in list(parts.items())[:6])
    return f"\nThis search's index × text: {', '.join(shares)}.\n"


def equality_line(equality: Equality) -> str:
    verdict = f"**differs** in {', '.join(equality.unequal[:10])}" if equality.unequal else "equals a fresh build"
    return (
        f"\nAfter 1,000 random corrections the index {verdict}: {equality.tables} tables row by row, "
        f"{equality.queries} queries in all their results.\n"
    )


def plans_report(plans: Sequence[Plan]) -> str:
    walks = [plan for plan in plans if plan.walks]
    verdict = f"**{len(walks)} walk the articles**" if walks else "none walks the articles"
    blocks = (_plan(plan) for plan in plans)
    return f"\n### Query plans of this search: {len(plans)}, {verdict}\n\n" + "\n".join(blocks)


def web_table(served: Sequence[Served]) -> str:
    first = served[0].a_second
    rows = [
        [one.title, f"{one.a_second:,.1f}", f"{one.a_second / first:.3f}", f"{one.p50:.1f} / {one.p95:.1f}"]
        for one in served
    ]
    head = "\n### Pages, one server process, four connections kept open, not compressed\n\n"
    return head + lines(["page", "a second", "ratio", "p50 / p95 in ms"], rows)


def fuzz_line(fuzz: Fuzz) -> str:
    errors = "".join(f"\n- `{error}`" for error in fuzz.errors[:20])
    slowest, text = fuzz.slowest
    return (
        f"\n{fuzz.queries:,} random queries: **{len(fuzz.errors)} errors**; p50 {fuzz.p50:.2f}, p99 {fuzz.p99:.2f}, "
        f"longest {slowest:.0f} ms for {text[:100]!r}.{errors}\n"
    )


def _plan(plan: Plan) -> str:
    marked = (f"  - {'**WALKS** ' if step in plan.walks else ''}{step}" for step in plan.steps)
    return "\n".join([f"- `{plan.sql}` ({', '.join(plan.classes)})", *marked])


def _times(own: Times | None, first: Times | None) -> str:
    if own is None:
        return NONE
    ratio = f" (×{own.p50 / first.p50:.2f})" if first and own is not first else ""
    return f"{own.p50:.2f} / {own.p95:.2f}{ratio}"


def _share(share: float | None) -> str:
    return NONE if share is None else f"{share:.2%}"


def _megabytes(memory: Sequence[int]) -> str:
    before, after = memory
    return f"{after >> 20:,} ({(after - before) >> 20:+,})"


def _title(name: str) -> str:
    return ENGINES[name].title


def lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
