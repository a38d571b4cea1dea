"""Articles over two pages: the part that goes on elsewhere (下转), the part that comes from elsewhere (上接)."""

from __future__ import annotations

from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.headlines import put_heads, stack
from tests.training.kinds.features import body
from tests.training.kinds.news import tail
from tests.training.story import Line, Piece, Story


def continuation(desk: Desk) -> Story:
    """The rest of an article from another page: the headline again, 上接, no byline, text that may open in mid-sentence."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 4, 9)
    line = _from(desk)
    if below := chance(rng, 0.75):
        put_heads(desk, story, stack(desk, doc, "plain"))
    story.put(line)
    if not below:
        put_heads(desk, story, stack(desk, doc, "plain"))
    if chance(rng, 0.3):
        text = doc.paragraphs[0]
        at = rng.randrange(4, max(5, min(len(text) - 8, 40)))
        doc.paragraphs[0] = text[at:].lstrip("，。、；：？！”）") or text
    count = max(0, len(doc.paragraphs) // 2 - rng.randrange(2))
    body(desk, story, doc, count, bare=chance(rng, 0.6) or count < 2)
    if chance(rng, 0.25):
        tail(desk, story)
    return story


def _from(desk: Desk) -> Line:
    page = desk.page_number()
    form = odds(desk.rng, "（上接{}） 70 （紧接{}） 10 （接{}） 10 上接{} 4 ▲上接{} 2 【上接{}】 2 [上接{}] 2")
    return Line("continued_from", [Piece(form.format(page), "continued_from", False)], value=page)


def continued(desk: Desk, story: Story) -> Story:
    """Give a story a 下转 mark: on a line of its own, or at the end of a paragraph, even in mid-sentence."""
    rng = desk.rng
    texts = [index for index, line in enumerate(story.lines) if line.label in ("paragraph", "resume")]
    if not texts or any(line.label in ("byline", "credit", "caption", "heading") for line in story.lines[texts[-1] :]):
        return story
    line, page = story.lines[texts[-1]], desk.page_number()
    form = odds(rng, "（下转{}） 80 （转{}） 8 ▼下转{} 5 下转{} 7")
    mark = Piece(form.format(page), "continued_to", False)
    place = (
        "line" if line.credits or len(line.text) < line.solid + 30 else odds(rng, "line 40 end 20 cut 28 cutline 12")
    )
    if place.startswith("cut"):
        text = line.pieces[-1].text
        line.pieces[-1].text = text[: rng.randrange((len(text) + line.solid) // 2, len(text) - 3)].rstrip("。！？”…")
        line.cut = True
    if place.endswith("line"):
        story.put(Line("continued_to", [mark], value=page))
    else:
        line.pieces.append(mark)
        line.value = page
    return story
