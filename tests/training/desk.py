"""The desk that sets one page: chance, style, staff and prose at hand, and the moves that every kind of article shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.training import bylines, leads
from tests.training.chance import chance, weighted
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
    return f"{title[0]}{rng.choice((' ', '　', '  '))}{title[1]}" if len(title) == 2 and chance(rng, 0.25) else title


@dataclass
class Desk:
    """Everything an article is made from."""

    rng: Random
    style: Style
    prose: Prose
    cast: Cast
    makers: tuple[tuple[bylines.Maker, float], ...] = bylines.DAILY
    forms: dict[str, Any] = field(default_factory=dict)

    def draw(self, kind: str, low: int, high: int) -> Document:
        """A document of low to high paragraphs."""
        doc = self.prose.draw(self.rng, kind, self.rng.randint(low, high))
        return spell_document(doc) if self.style.han_digits else doc

    def byline(self) -> Signed:
        """A byline line in a form that this paper uses."""
        return bylines.draw(self.rng, self.style, self.cast, self.makers)

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
        left, right = weighted(
            self.rng,
            (
                (("", ""), 70.0),
                (("【", "】"), 12.0),
                (("（", "）"), 8.0),
                (("［", "］"), 3.0),
                (("[", "]"), 3.0),
                (("〔", "〕"), 2.0),
            ),
        )
        return story.put(
            Line("column", [Piece(left, "column", False), Piece(name, "column"), Piece(right, "column", False)], **more)
        )

    def labelled_headline(self, story: Story, text: str, name: str) -> Line:
        """Add a headline that ends in its column label: …（经济聚焦·回乡看变化⑤）."""
        pieces = [
            Piece(text, "headline"),
            Piece("（", "column", False),
            Piece(name, "column"),
            Piece("）", "column", False),
        ]
        return story.put(Line("headline", pieces))

    def series(self, name: str) -> str:
        """A column label with a series mark or a theme, now and then: 经济聚焦·走进车间⑤."""
        rng = self.rng
        if chance(rng, 0.2):
            name += "·" + rng.choice(
                (
                    "走进车间看变化",
                    "回乡看变化",
                    "一线见闻",
                    "对话",
                    "调查",
                    "关注民生",
                    "走基层",
                    "身边事",
                    "特别报道",
                    "绿色发展",
                )
            )
        if chance(rng, 0.2):
            name += rng.choice(
                ("①②③④⑤⑥⑦⑧⑨⑩")
                if chance(rng, 0.6)
                else ("（上）", "（下）", "（一）", "（三）", "（16）", "㉑", "·上篇")
            )
        return name

    def series_form(self, name: str, choices: tuple[Any, ...]) -> Any:
        """A form drawn once an article: all its subheads keep it."""
        return self.forms.setdefault(name, self.rng.choice(choices))

    def forget_forms(self) -> None:
        """Another article, other forms."""
        self.forms.clear()

    def page_number(self) -> str:
        """A page as continuation marks name it: 第三版, A1版, 2版, 第10版."""
        rng = self.rng
        count = rng.randint(1, 8)
        forms = (
            f"第{PAGES[count - 1]}版",
            f"第{count}版",
            f"{count}版",
            f"A{count}版",
            f"A0{count}版",
            f"第{count}页",
            f"第A{count}版",
            f"第{PAGES[count - 1]}版",
            f"第{PAGES[count - 1]}版",
            f"{PAGES[count - 1]}版",
            f"B{count}版",
            f"第{rng.randint(9, 16)}版",
        )
        return rng.choice(forms)

    def tail(self, story: Story, signed: Signed, form: str) -> None:
        """Sign inside the last paragraph: `glued` bare names, `bracket`, or `spaced`."""
        line = next(line for line in reversed(story.lines) if line.label in ("paragraph", "resume"))
        text = {"glued": signed.text, "bracket": f"（{signed.text}）", "spaced": f" {signed.text}"}[form]
        line.pieces.append(Piece(text, line.label))
        line.credits = line.credits + signed.credits
