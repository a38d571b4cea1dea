"""The grammar of a byline: [mark] [affiliation] [role] names [action], repeated, over the tokens of a plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.reading import patterns
from articles.reading.drafts import Credit, Span
from articles.reading.names import Trust
from articles.reading.signers import Named, Run, signers_of
from articles.reading.tokens import Token, tokenise

NOTHING = Token("", -1, -1)


@dataclass(slots=True)
class Signature:
    """What a byline names; own_action says that its first action is not for names printed before it (詹扬/文)."""

    named: list[Named]
    own_action: bool
    is_marked: bool


def read_signature(line: str, start: int, end: int, *, bracketed: bool = False, cautious: bool = False) -> Signature | None:
    """The names in line[start:end], a plain text of nothing but a byline; cautious: no unknown surnames (running text follows)."""
    parser = _Parser(line, tokenise(line, start, end), bracketed=bracketed, cautious=cautious)
    return Signature(parser.named, parser.own_action, parser.marked) if parser.parse() else None


@dataclass(slots=True)
class _Parser:
    line: str
    tokens: Sequence[Token]
    bracketed: bool
    cautious: bool
    at: int = 0
    named: list[Named] = field(default_factory=list)
    # Where the names begin that an action still to come is for.
    since: int = 0
    role: Span | None = None
    affiliation: Span | None = None
    # An action printed before the names it is for: 文：何詠詩.
    label: Span | None = None
    # A role, affiliation or label stands without a name so far; an affiliation without a role.
    waiting: bool = False
    is_fresh: bool = False
    # A blank, or a colon or slash, stands between the last of these and the names.
    gap: bool = False
    firm: bool = False
    own_action: bool = False
    marked: bool = False

    def parse(self) -> bool:
        """Take every token; whether all were understood."""
        for self.at, token in enumerate(self.tokens):
            if not _TAKERS.get(token.kind, _Parser._refuse)(self, token):
                return False
        return (not self.waiting or self._take_nameless()) and bool(self.named)

    def _refuse(self, _: Token) -> bool:
        return False

    def _take_sign(self, token: Token) -> bool:
        self.gap = True
        self.firm = self.firm or token.kind in ("colon", "slash")
        return True

    def _take_mark(self, _: Token) -> bool:
        self.role = self.affiliation = self.label = None
        self.marked, self.since = True, len(self.named)
        return not self.waiting

    def _take_affiliation(self, token: Token) -> bool:
        if self.waiting and (self.role or self.affiliation):
            return False
        self.affiliation, self.role = _span(token, self.line), None
        self.waiting = self.is_fresh = True
        self.gap = self.firm = False
        return True

    def _take_role(self, token: Token) -> bool:
        if self.waiting and self.role:
            return False
        if not self.is_fresh:
            self.affiliation = None
        self.role = _span(token, self.line)
        self.waiting, self.is_fresh = True, False
        self.gap = self.firm = False
        return True

    def _take_action(self, token: Token) -> bool:
        if self._is_label(token):
            return self._take_label(token)
        if self.waiting or (len(self.named) == self.since and not self.label):
            return False
        after_slash = self._before().kind == "slash"
        for one in self.named[-1:] if after_slash or self.label else self.named[self.since :]:
            one.action = _span(token, self.line)
        self.own_action = self.own_action or (after_slash and self.since == 0)
        self.since, self.label = len(self.named), None
        return True

    def _take_label(self, token: Token) -> bool:
        if self.waiting:
            return False
        self.label, self.role, self.affiliation = _span(token, self.line), None, None
        self.own_action = self.own_action or not self.named
        self.waiting, self.is_fresh, self.gap, self.firm = True, False, False, False
        self.since = len(self.named)
        return True

    def _is_label(self, token: Token) -> bool:
        """Whether an action opens what follows (`摄影：何小舟`) rather than closing what stands before."""
        before, after = self._before(), self._after()
        if after.kind == "colon":
            return True
        if after.kind == "slash" and after.start > token.end:
            return False
        if before.kind == "slash" or before.kind == "text" and before.end == token.start:
            return False
        if after.kind not in ("text", "role", "affiliation", "slash"):
            return False
        if len(self.named) == self.since or self.label or after.kind == "slash":
            return True
        return after.kind == "text" and self._is_last_noun(token)

    def _is_last_noun(self, token: Token) -> bool:
        """`记者 张三 摄影 李四`: a noun between names, no action after it."""
        later = (other.kind == "action" for other in self.tokens[self.at + 1 :])
        return bool(patterns.NOUN_ACTION_RE.fullmatch(self.line, token.start, token.end)) and not any(later)

    def _take_text(self, token: Token) -> bool:
        after = self._after()
        run = Run(
            self.line,
            Span(token.start, token.end - (self.line[token.end - 1] == "等" and token.end - token.start > 2)),
            self._trust(),
            Named(None, self.role, self.affiliation, self.label),
            action=self._text_of(after) if after.kind == "action" else "",
            is_labelled=self.label is not None and (self.firm or self._is_given_by(self.label)),
            is_waiting=self.waiting,
            is_bracketed=self.bracketed,
        )
        found = signers_of(run)
        self.named += found
        self.waiting = self.is_fresh = self.gap = self.firm = False
        return bool(found)

    def _is_given_by(self, label: Span) -> bool:
        return bool(patterns.GIVEN_BY_RE.fullmatch(self.line, *label))

    def _trust(self) -> Trust:
        if self.role:
            return min(self._trust_after_role(), Trust.KNOWN if self.cautious else Trust.LOOSE)
        if self.label:
            return Trust.LOOSE if self.firm else Trust.LIKELY
        if self.affiliation:
            is_station = self.gap and patterns.STATION_RE.fullmatch(self.line, *self.affiliation)
            return Trust.LOOSE if is_station else Trust.KNOWN
        if self._after().kind == "action":
            return Trust.LOOSE if self._text_of(self._after()) == "摄" else Trust.KNOWN
        if any(token.kind in ("role", "affiliation", "action") for token in self.tokens):
            return Trust.KNOWN
        return Trust.LIKELY if self.bracketed or self.marked else Trust.BARE

    def _trust_after_role(self) -> Trust:
        if self.role and patterns.CALLER_RE.fullmatch(self.line, *self.role):
            return Trust.LIKELY if self.gap or self.bracketed else Trust.BARE
        if self.gap or self.bracketed or self.affiliation:
            return Trust.LOOSE
        signs = sum(token.kind in ("role", "action") for token in self.tokens)
        return Trust.KNOWN if signs > 1 else Trust.LIKELY

    def _take_nameless(self) -> bool:
        """本报评论员, 图/新华社: a role that signs without a name, an agency that is one."""
        if self.label and self.affiliation and not self.role:
            self.named.append(Named(self.affiliation, action=self.label))
            return True
        if self.role is None or self.affiliation is None or not patterns.COMMENTATOR_RE.fullmatch(self.line, *self.role):
            return False
        self.named.append(Named(None, self.role, self.affiliation))
        return True

    def _before(self) -> Token:
        return next((token for token in reversed(self.tokens[: self.at]) if token.kind != "blank"), NOTHING)

    def _after(self) -> Token:
        return next((token for token in self.tokens[self.at + 1 :] if token.kind != "blank"), NOTHING)

    def _text_of(self, token: Token) -> str:
        return self.line[token.start : token.end] if token is not NOTHING else ""


_TAKERS: dict[str, Callable[[_Parser, Token], bool]] = {
    "blank": _Parser._take_sign,
    "sep": _Parser._take_sign,
    "slash": _Parser._take_sign,
    "colon": _Parser._take_sign,
    "mark": _Parser._take_mark,
    "affiliation": _Parser._take_affiliation,
    "role": _Parser._take_role,
    "action": _Parser._take_action,
    "text": _Parser._take_text,
}


def _span(token: Token, line: str) -> Span:
    """A token's place, without the 《》 of a paper's name."""
    quoted = line[token.start] == "《"
    return Span(token.start + quoted, token.end - quoted)


def cut_credits(text: str, named: Sequence[Named]) -> tuple[Credit, ...]:
    """What was found in the plain text, cut out of the printed one."""
    return tuple(
        Credit(*(_cut(text, span) for span in (one.name, one.role, one.affiliation, one.action)), one.name or one.role)
        for one in named
    )


def _cut(text: str, span: Span | None) -> str | None:
    return None if span is None else "".join(text[span.start : span.end].split())
