"""Photo credits: who took the picture, in every printed form."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, odds, weighted
from tests.training.people import padded, person
from tests.training.signing import Cast, Signed, names_text
from tests.training.story import Credit, credit
from tests.training.style import Style
from tests.training.wordlists import lists, sentences

PLACES, GIVERS = lists("places"), sentences("pieces")["picture givers"]


def photo(rng: Random, style: Style, cast: Cast) -> Signed:
    """A credit printed on one line: 本报记者 何贤君 摄; 祁 连摄（影像中国）; 新华社发（祁 连摄）; 受访企业供图."""
    if style.traditional:
        return _hong_kong(rng, cast)
    return weighted(rng, FORMS)(rng, style, cast)


def _shown(style: Style, names: list[str]) -> str:
    return names_text(names, style.name_gap, style.pad)


def _one_role(style: Style, affiliation: str | None, role: str, names: list[str], action: str) -> Signed:
    text = f"{affiliation or ''}{role}{style.role_gap}{_shown(style, names)}{style.credit_gap}{action}"
    return Signed(text, [credit(name, role, affiliation, action) for name in names])


def own(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者 何贤君 摄."""
    affiliation = "本报" if chance(rng, 0.7) else None
    role = odds(rng, "记者 88 首席记者 4 见习记者 5 特约记者 3")
    return _one_role(style, affiliation, role, cast.some(cast.photographers), odds(rng, "摄 88 摄影报道 12"))


def outsider(rng: Random, style: Style, cast: Cast) -> Signed:
    """拍友 吴小宇 摄; 通讯员 王小超 摄; 本报通讯员 胡小飞 摄."""
    role = odds(rng, "通讯员 62 拍友 28 实习生 4 摄影爱好者 2 市民 4")
    affiliation = "本报" if role == "通讯员" and chance(rng, 0.15) else None
    return _one_role(style, affiliation, role, cast.some(cast.correspondents), odds(rng, "摄 85 摄影报道 15"))


def mixed(rng: Random, style: Style, cast: Cast) -> Signed:
    """通讯员张小清 记者羊小江 摄影报道: two roles, the action for both."""
    action = rng.choice(("摄", "摄", "摄影报道"))
    pair = [("通讯员", rng.choice(cast.correspondents)), ("记者", rng.choice(cast.photographers))]
    order = pair if chance(rng, 0.5) else pair[::-1]
    text = " ".join(_half(style, one) for one in order)
    if chance(rng, 0.06):
        return Signed(
            f"{_half(style, order[0])} 摄 {_half(style, order[1])}", [_taker(order[0], "摄"), _taker(order[1], None)]
        )
    return Signed(f"{text}{style.credit_gap}{action}", [_taker(one, action) for one in order])


def _half(style: Style, one: tuple[str, str]) -> str:
    return f"{one[0]}{style.role_gap}{_shown(style, [one[1]])}"


def _taker(one: tuple[str, str], action: str | None) -> Credit:
    return credit(one[1], one[0], None, action)


def bare(rng: Random, style: Style, cast: Cast) -> Signed:
    """周小洁 王小超 摄."""
    names = cast.some(cast.photographers + cast.correspondents)
    action = odds(rng, "摄 85 摄影报道 12 图 3")
    return Signed(f"{_shown(style, names)}{style.credit_gap}{action}", [credit(name, action=action) for name in names])


def pool(rng: Random, style: Style, cast: Cast) -> Signed:
    """蒙小德摄（影像中国）; 黄小庚 王志远摄影报道（人民视觉）."""
    outlet = rng.choice(("影像中国", "影像中国", "人民视觉", "新华社发", f"{style.paper[:2]}图片社", "视觉中国"))
    action, names = odds(rng, "摄 90 摄影报道 10"), cast.some(cast.correspondents)
    affiliation = "新华社" if outlet == "新华社发" else outlet
    text = f"{_shown(style, names)}{style.credit_gap}{action}（{outlet}）"
    return Signed(text, [credit(name, None, affiliation, action) for name in names])


def wire(rng: Random, style: Style, cast: Cast) -> Signed:
    """新华社记者 徐小昱 摄; 新华社发（祁 连摄）."""
    names = cast.some(cast.agency, 2)
    if chance(rng, 0.4):
        text = f"新华社发（{_shown(style, names)}{rng.choice(('', style.credit_gap))}摄）"
        return Signed(text, [credit(name, None, "新华社", "摄") for name in names])
    signed = _one_role(style, "新华社", "记者", names, "摄")
    return Signed(f"（{signed.text}）", signed.credits) if chance(rng, 0.1) else signed


def given(rng: Random, style: Style, cast: Cast) -> Signed:
    """受访企业供图; 何勇供图; 资料图片."""
    form = odds(rng, "archive 25 person 25 office 50")
    if form == "archive":
        word = odds(rng, "资料图片 60 资料照片 25 资料图 15")
        return Signed(word, [credit(None, word)])
    if form == "person":
        name = person(rng)
        return Signed(f"{padded(name, style.pad)}{style.credit_gap}供图", [credit(name, action="供图")])
    giver = rng.choice(GIVERS).format(rng.choice(PLACES["counties"]))
    return Signed(f"{giver}{rng.choice(('', '', style.credit_gap))}供图", [credit(giver, action="供图")])


def bracketed(rng: Random, style: Style, cast: Cast) -> Signed:
    """（徐小能 谢小会 摄）."""
    inner = rng.choice((own, outsider, bare, mixed))(rng, style, cast)
    return Signed(f"（{inner.text}）", inner.credits)


FORMS = (
    (own, 42.0),
    (outsider, 16.0),
    (mixed, 8.0),
    (bare, 10.0),
    (pool, 5.0),
    (wire, 9.0),
    (given, 5.0),
    (bracketed, 5.0),
)


def _hong_kong(rng: Random, cast: Cast) -> Signed:
    name = rng.choice(cast.photographers)
    form = odds(rng, "staff 30 bracket 20 bare 20 colon 20 archive 10")
    if form == "staff":
        return Signed(
            f"本報記者{rng.choice((' ', ''))}{name}{rng.choice((' ', ''))}攝", [credit(name, "記者", "本報", "攝")]
        )
    if form == "archive":
        return Signed("資料圖片", [credit(None, "資料圖片")])
    if form == "colon":
        return Signed(f"圖：{name}", [credit(name, action="圖")])
    return Signed(f"（{name}攝）" if form == "bracket" else f"{name}攝", [credit(name, action="攝")])


def two_lines(rng: Random, style: Style, cast: Cast) -> list[Signed]:
    """本报记者 何小君 / 拍友 吴小宇 摄: 摄 stands on the last line only, for both."""
    first, second = own(rng, style, cast), rng.choice((outsider, outsider, own))(rng, style, cast)
    action = second.credits[-1]["action"]
    text = first.text[: -len(str(first.credits[-1]["action"]))].rstrip()
    return [Signed(text, [{**one, "action": action} for one in first.credits]), second]


def no_action(rng: Random, style: Style, cast: Cast) -> Signed:
    """首席记者 唐小柯 通讯员 蒋小怡 at a caption's end, without 摄."""
    parts = [(odds(rng, "记者 60 首席记者 20 本报记者 20"), rng.choice(cast.photographers))]
    if chance(rng, 0.5):
        parts.append(("通讯员", rng.choice(cast.correspondents)))
    text = " ".join(f"{role}{style.role_gap or ' '}{_shown(style, [name])}" for role, name in parts)
    own_paper = [("本报" if role.startswith("本报") else None, role.removeprefix("本报"), name) for role, name in parts]
    return Signed(text, [credit(name, role, affiliation) for affiliation, role, name in own_paper])
