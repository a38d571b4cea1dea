"""Poems: verse lines in blocks of stanzas, at times a second poem under its own title; old-style verse."""

from __future__ import annotations

from tests.training import authors
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.headlines import Heads, put_opening
from tests.training.story import Story
from tests.training.wordlists import lists, sentences

VERSE, LINES = lists("verse"), sentences("verse lines")


def verse_line(desk: Desk) -> str:
    """A line of free verse."""
    rng = desk.rng
    form = rng.choice(LINES["free"])
    return form.format(
        n=rng.choice(VERSE["things"]),
        m=rng.choice(VERSE["things"]),
        p=rng.choice(VERSE["places"]),
        v=rng.choice(VERSE["verbs"]),
        t=rng.choice(VERSE["times"]),
        a=rng.choice(VERSE["qualities"]),
        w=rng.choice(VERSE["persons"]),
    )


def old_line(desk: Desk, size: int) -> str:
    """A line of five or seven characters."""
    rng = desk.rng
    parts = [rng.choice(VERSE["two"]), rng.choice(VERSE["two"])] if size == 7 else [rng.choice(VERSE["two"])]
    return "".join(parts) + rng.choice(VERSE["three"])


def poem(desk: Desk) -> Story:
    """A poem of stanzas; （外一首） brings a second one with its own heading."""
    rng, story = desk.rng, Story()
    old = chance(rng, 0.18)
    second = chance(rng, 0.28)
    title = _title(desk, old)
    mark = (
        weighted(rng, (("（外一首）", 70.0), ("（二首）", 12.0), ("（外二首）", 6.0), ("（组诗）", 12.0)))
        if second
        else ""
    )
    column = rng.choice(("诗页", "诗歌", "诗苑", "诗词", "江风诗页", "散文诗")) if chance(rng, 0.18) else None
    put_opening(
        desk,
        story,
        Heads(title + mark),
        authors.author(rng, desk.style, desk.cast) if chance(rng, 0.93) else None,
        column,
    )
    if second and mark != "（外一首）" and chance(rng, 0.7):
        story.add("heading", title if mark == "（组诗）" else _title(desk, old))
    stanzas(desk, story, old)
    if second:
        story.add("heading", _title(desk, old))
        stanzas(desk, story, old)
    return story


def _title(desk: Desk, old: bool) -> str:
    rng = desk.rng
    if old:
        return (
            rng.choice(("七律·", "七绝·", "浣溪沙·", "五律·", "临江仙·", "", ""))
            + rng.choice(VERSE["two"])
            + rng.choice(("有感", "行", "即景", "吟", "抒怀", "夜泊"))
        )
    return rng.choice(
        (
            rng.choice(VERSE["things"]),
            rng.choice(VERSE["places"]),
            f"{rng.choice(VERSE['times'])}的{rng.choice(VERSE['things'])}",
            f"{rng.choice(VERSE['qualities'])}的{rng.choice(VERSE['places'])}",
            f"在{rng.choice(VERSE['places'])}",
            f"写给{rng.choice(VERSE['persons'])}",
            f"{rng.choice(VERSE['things'])}与{rng.choice(VERSE['things'])}",
        )
    )


def stanzas(desk: Desk, story: Story, old: bool) -> None:
    """Lines in blocks: the first line of a stanza opens a block, the others stand in it."""
    rng = desk.rng
    if old:
        _old_verse(desk, story)
        return
    stop = chance(rng, 0.2)
    for _ in range(rng.randint(2, 5)):
        for index in range(rng.randint(2, 6)):
            mark = rng.choice("，。，。；") if stop else ""
            story.add("paragraph", verse_line(desk) + mark, tight=index > 0, whole=True)


def _old_verse(desk: Desk, story: Story) -> None:
    rng = desk.rng
    size, pairs = rng.choice((5, 7)), rng.choice((2, 4))
    joined = chance(rng, 0.6)
    for index in range(pairs):
        left, right = old_line(desk, size), old_line(desk, size)
        if joined:
            story.add("paragraph", f"{left}，{right}。", tight=index > 0, whole=True)
        else:
            story.add("paragraph", f"{left}，", tight=index > 0, whole=True)
            story.add("paragraph", f"{right}。", tight=True, whole=True)
