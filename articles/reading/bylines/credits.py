"""The grammar of a byline: [mark] [affiliation] [role] names [action], repeated, over the tokens of a plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.reading.bylines import patterns
from articles.reading.bylines.context import Context, Setting
from articles.reading.bylines.signers import Named, Run, signers_of
from articles.reading.bylines.tokens import Token, tokenise
from articles.reading.drafts import Credit, Span

NOTHING = Token("", -1, -1)
SIGNS = ("role", "affiliation", "action")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a byline names; own_action says that its first action is not for names printed before it (詹扬/文)."""

    named: list[Named]
    own_action: bool
    is_marked: bool


def read_signature(
    line: str, start: int, end: int, *, bracketed: bool = False, cautious: bool = False
) -> Signature | None:
    """The names in line[start:end], a plain text of nothing but a byline; None for anything else.

    bracketed: brackets or a mark say that names stand there; cautious: running text follows, so no unknown surnames.
    """
    tokens = tokenise(line, start, end)
    signs = sum(token.kind in SIGNS for token in tokens)
    parser = _Parser(line, tokens, Setting(bracketed, False, cautious, signs))
    return Signature(parser.named, parser.own_action, parser.is_marked) if parser.parse() else None


@dataclass(slots=True)
class _Parser:
    line: str
    tokens: Sequence[Token]
    setting: Setting
    context: Context = field(default_factory=Context)
    named: list[Named] = field(default_factory=list)
    # Where the names begin that an action still to come is for.
    since: int = 0
    at: int = 0
    own_action: bool = False
    is_marked: bool = False

    def parse(self) -> bool:
        """Take every token; whether all were understood."""
        for at, token in enumerate(self.tokens):
            self.at = at
            if not _TAKERS.get(token.kind, _Parser._refuse)(self, token):
                return False
        return (not self.context.is_waiting or self._take_nameless()) and bool(self.named)

    def _refuse(self, _: Token) -> bool:
        return False

    def _take_sign(self, token: Token) -> bool:
        self.context = self.context.with_sign(firm=token.kind in ("colon", "slash"))
        return True

    def _take_colon(self, token: Token) -> bool:
        return self.context.is_waiting and self._take_sign(token)

    def _take_mark(self, _: Token) -> bool:
        ready = not self.context.is_waiting
        self.context, self.since, self.is_marked = Context(), len(self.named), True
        return ready

    def _take_affiliation(self, token: Token) -> bool:
        ready = not (self.context.is_waiting and (self.context.role or self.context.affiliation))
        self.context = self.context.with_affiliation(_inside_quotes(token, self.line))
        return ready

    def _take_role(self, token: Token) -> bool:
        ready = not (self.context.is_waiting and self.context.role)
        self.context = self.context.with_role(Span(token.start, token.end))
        return ready

    def _take_text(self, token: Token) -> bool:
        after = self._after()
        end = token.end - (self.line[token.end - 1] == "等" and token.end - token.start > 2)
        action = self.line[after.start : after.end] if after.kind == "action" else ""
        found = signers_of(Run(self.line, Span(token.start, end), self.context, self.setting, action))
        self.named += found
        self.context = self.context.with_names()
        return bool(found)

    def _take_action(self, token: Token) -> bool:
        if self._is_label(token):
            return self._take_label(token)
        if self.context.is_waiting or (len(self.named) == self.since and not self.context.label):
            return False
        after_slash = self._before().kind == "slash"
        only_last = after_slash or self.context.label is not None
        for one in self.named[-1:] if only_last else self.named[self.since :]:
            one.action = Span(token.start, token.end)
        self.own_action = self.own_action or (after_slash and self.since == 0)
        self.since, self.context = len(self.named), Context(self.context.role, self.context.affiliation)
        return True

    def _take_label(self, token: Token) -> bool:
        ready = not self.context.is_waiting
        self.own_action = self.own_action or not self.named
        self.since, self.context = len(self.named), self.context.with_label(Span(token.start, token.end))
        return ready

    def _is_label(self, token: Token) -> bool:
        """Whether an action opens what follows (`摄影：何小舟`) rather than closing what stands before."""
        before, after = self._before(), self._after()
        if after.kind == "colon":
            return True
        if before.kind == "slash" or (before.kind == "text" and before.end == token.start):
            return False
        if after.kind == "slash":
            return after.start == token.end
        if after.kind not in ("text", "role", "affiliation"):
            return False
        if len(self.named) == self.since or self.context.label:
            return True
        return after.kind == "text" and self._is_last_noun(token)

    def _is_last_noun(self, token: Token) -> bool:
        """`记者 张三 摄影 李四`: a noun between names, no action after it."""
        later = any(other.kind == "action" for other in self.tokens[self.at + 1 :])
        return not later and bool(patterns.NOUN_ACTION_RE.fullmatch(self.line, token.start, token.end))

    def _take_nameless(self) -> bool:
        """本报评论员, 图/新华社: a role that signs without a name, an agency that is one."""
        role, affiliation, label = self.context.role, self.context.affiliation, self.context.label
        if affiliation and label and not role:
            self.named.append(Named(affiliation, action=label))
            return True
        if not role or not affiliation or not patterns.NAMELESS_ROLE_RE.fullmatch(self.line, *role):
            return False
        self.named.append(Named(None, role, affiliation))
        return True

    def _before(self) -> Token:
        return next((token for token in reversed(self.tokens[: self.at]) if token.kind != "blank"), NOTHING)

    def _after(self) -> Token:
        return next((token for token in self.tokens[self.at + 1 :] if token.kind != "blank"), NOTHING)


_TAKERS: dict[str, Callable[[_Parser, Token], bool]] = {
    "blank": _Parser._take_sign,
    "sep": _Parser._take_sign,
    "slash": _Parser._take_sign,
    "colon": _Parser._take_colon,
    "mark": _Parser._take_mark,
    "affiliation": _Parser._take_affiliation,
    "role": _Parser._take_role,
    "action": _Parser._take_action,
    "text": _Parser._take_text,
}


def _inside_quotes(token: Token, line: str) -> Span:
    """A token's place, without the 《》 of a paper's name."""
    quoted = line[token.start] == "《"
    return Span(token.start + quoted, token.end - quoted)


def cut_credits(text: str, named: Sequence[Named]) -> tuple[Credit, ...]:
    """What was found in the plain text, cut out of the printed one."""
    return tuple(_cut_credit(text, one) for one in named)


def _cut_credit(text: str, one: Named) -> Credit:
    name, role, affiliation, action = (_cut(text, span) for span in (one.name, one.role, one.affiliation, one.action))
    return Credit(name, role, affiliation, action, one.name or one.role)


def _cut(text: str, span: Span | None) -> str | None:
    return None if span is None else "".join(text[span.start : span.end].split())
