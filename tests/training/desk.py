"""The desk that sets one page: chance, style, staff and prose at hand, and the moves that every kind of article shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.training import bylines, leads
from tests.training.chance import chance, odds
from tests.training.documents import Document, Prose
from tests.training.numerals import spell_document
from tests.training.signing import Cast, Signed
from tests.training.story import Line, Piece, Story
from tests.training.style import Style
from tests.training.wordlists import lists

WORDS = lists("heads")
PAGES = "一二三四五六七八"


def spread(rng: Random, title: str) -> str:
    """简讯 printed as 简 讯, now and then."""
    gap = rng.choice((" ", "　", "  "))
    return gap.join(title) if len(title) == 2 and chance(rng, 0.25) or len(title) == 4 and chance(rng, 0.04) else title


@dataclass
class Desk:
    """Everything an article is made from."""

    rng: Random
    style: Style
    prose: Prose
    cast: Cast
    paper: str = "daily"  # whose byline forms: daily, city, national
    forms: dict[str, Any] = field(default_factory=dict)

    def draw(self, kind: str, low: int, high: int) -> Document:
        """A document of low to high paragraphs."""
        doc = self.prose.draw(self.rng, kind, self.rng.randint(low, high))
        return spell_document(doc) if self.style.han_digits else doc

    def byline(self) -> Signed:
        """A byline line in a form that this paper uses."""
        return bylines.draw(self.rng, self.style, self.cast, self.paper)

    def word(self, name: str) -> str:
        """A word of the list; {c} is the paper's town. Column labels and round-ups are as often made of two parts."""
        made = {"columns": "column", "digest titles": "digest"}.get(name.split(":")[0])
        if made and not self.style.traditional and chance(self.rng, 0.35):
            return self.rng.choice(WORDS[f"{made} firsts"]) + self.rng.choice(WORDS[f"{made} lasts"])
        return self.rng.choice(WORDS[name]).replace("{c}", self.style.paper[:2])

    def sign(self, story: Story, signed: Signed, **more: Any) -> Line:
        """Add a byline line."""
        return story.add("byline", signed.text, credits=signed.credits, **more)

    def paragraphs(self, story: Story, texts: list[str]) -> None:
        """Add plain paragraphs."""
        for text in texts:
            story.add("paragraph", text)

    def open(self, story: Story, lead: leads.Lead, text: str, **more: Any) -> Line:
        """Add the first paragraph of a dispatch."""
        return story.add(
            "paragraph", lead.text + text, dateline=lead.dateline, credits=lead.credits, solid=len(lead.text), **more
        )

    def column(self, story: Story, name: str, **more: Any) -> Line:
        """Add a column label on a line of its own, bare or in brackets (which are no part of it)."""
        name = spread(self.rng, name)
        pair = odds(self.rng, "-- 70 【】 12 （） 8 ［］ 3 [] 3 〔〕 2")
        left, right = pair[0], pair[1]
        pieces = [
            Piece(left.strip("-"), "column", False),
            Piece(name, "column"),
            Piece(right.strip("-"), "column", False),
        ]
        return story.put(Line("column", pieces, **more))

    def labelled_headline(self, story: Story, text: str, name: str) -> Line:
        """Add a headline that ends in its column label: …（经济聚焦·回乡看变化⑤）."""
        brackets = Piece("（", "column", False), Piece("）", "column", False)
        pieces = [Piece(text, "headline"), brackets[0], Piece(name, "column"), brackets[1]]
        return story.put(Line("headline", pieces))

    def series(self, name: str) -> str:
        """A column label with a series mark or a theme, now and then: 经济聚焦·走进车间⑤."""
        rng = self.rng
        if chance(rng, 0.2):
            name += f"·{rng.choice(WORDS['themes'])}"
        if chance(rng, 0.2):
            name += rng.choice("①②③④⑤⑥⑦⑧⑨⑩") if chance(rng, 0.6) else rng.choice(WORDS["series marks"])
        return name

    def series_form(self, name: str, choices: tuple[Any, ...]) -> Any:
        """A form drawn once an article: all its subheads keep it."""
        return self.forms.setdefault(name, self.rng.choice(choices))

    def forget_forms(self) -> None:
        """Another article, other forms."""
        self.forms.clear()

    def page_number(self) -> str:
        """A page as continuation marks name it: 第三版, A1版, 2版, 第10版."""
        count = self.rng.randint(1, 8)
        form = odds(
            self.rng,
            "第{han}版 30 {han}版 8 第{n}版 16 {n}版 10 A{n}版 8 A0{n}版 8 B{n}版 5 第A{n}版 5 第{n}页 3 第1{n}版 7",
        )
        return form.format(han=PAGES[count - 1], n=count)

    def tail(self, story: Story, signed: Signed, form: str) -> None:
        """Sign inside the last paragraph: `glued` bare names, `bracket`, or `spaced`."""
        line = next(line for line in reversed(story.lines) if line.label in ("paragraph", "resume"))
        text = {"glued": signed.text, "bracket": f"（{signed.text}）", "spaced": f" {signed.text}"}[form]
        line.pieces.append(Piece(text, line.label))
        line.credits = line.credits + signed.credits
