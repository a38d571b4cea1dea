"""References for tests: one that lacks nothing, hostile text, what to vary."""

import datetime
from dataclasses import replace

from hypothesis import strategies

from articles.citations import Reference
from articles.citations.reference import one_line

ADDRESS = "https://example.org/articles/k3m9/"
WHOLE = Reference(
    key="k3m9",
    title="清泉入户",
    authors=("徐小坊", "欧阳牧野"),
    publication="江州日报",
    date=datetime.date(2024, 3, 7),
    number="2",
    section="要闻",
    column="江声",
    address=ADDRESS,
)
# One line of anything: braces, backslashes, tags and quotes as often as any other sign.
hostile = strategies.text(strategies.one_of(strategies.characters(), strategies.sampled_from('{}\\"@%,=#&_$~^<>-')))
lines = hostile.map(one_line)


def reference(**facts) -> Reference:
    return replace(WHOLE, **facts)
