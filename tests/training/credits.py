"""Photo credits: who took the picture, in every printed form."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, weighted
from tests.training.people import padded, person
from tests.training.signing import Cast, Signed, names_text
from tests.training.story import Credit, credit
from tests.training.style import Style
from tests.training.wordlists import lists

PLACES = lists("places")
GIVERS = (
    "受访企业",
    "受访者",
    "受访者本人",
    "主办方",
    "{}街道",
    "{}县委宣传部",
    "{}博物馆",
    "市档案馆",
    "{}村委会",
    "{}社区",
    "通讯员",
    "剧组",
    "资料",
    "{}学校",
    "{}医院",
)


def photo(rng: Random, style: Style, cast: Cast) -> Signed:
    """A credit printed on one line: 本报记者 何贤君 摄; 祁 连摄（影像中国）; 新华社发（祁 连摄）; 受访企业供图."""
    if style.traditional:
        return _hong_kong(rng, style, cast)
    return weighted(rng, FORMS)(rng, style, cast)


def _shown(style: Style, names: list[str]) -> str:
    return names_text(names, style.name_gap, style.pad)


def own(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者 何贤君 摄."""
    affiliation = weighted(rng, (("本报", 70.0), (None, 30.0)))
    role = weighted(rng, (("记者", 88.0), ("首席记者", 4.0), ("见习记者", 5.0), ("特约记者", 3.0)))
    names = cast.some(cast.photographers)
    action = weighted(rng, (("摄", 88.0), ("摄影报道", 12.0)))
    text = f"{affiliation or ''}{role}{style.role_gap}{_shown(style, names)}{style.credit_gap}{action}"
    return Signed(text, [credit(name, role, affiliation, action) for name in names])


def outsider(rng: Random, style: Style, cast: Cast) -> Signed:
    """拍友 吴小宇 摄; 通讯员 王小超 摄; 本报通讯员 胡小飞 摄."""
    role = weighted(rng, (("通讯员", 62.0), ("拍友", 28.0), ("实习生", 4.0), ("摄影爱好者", 2.0), ("市民", 4.0)))
    affiliation = "本报" if role == "通讯员" and chance(rng, 0.15) else None
    names = cast.some(cast.correspondents)
    action = weighted(rng, (("摄", 85.0), ("摄影报道", 15.0)))
    text = f"{affiliation or ''}{role}{style.role_gap}{_shown(style, names)}{style.credit_gap}{action}"
    return Signed(text, [credit(name, role, affiliation, action) for name in names])


def mixed(rng: Random, style: Style, cast: Cast) -> Signed:
    """通讯员张小清 记者羊小江 摄影报道: two roles, the action for both."""
    first, second = rng.choice(cast.correspondents), rng.choice(cast.photographers)
    action = rng.choice(("摄", "摄", "摄影报道"))
    left, right = (("通讯员", first), ("记者", second))
    order = [left, right] if chance(rng, 0.5) else [right, left]
    text = " ".join(f"{role}{style.role_gap}{_shown(style, [name])}" for role, name in order)
    return Signed(f"{text}{style.credit_gap}{action}", [credit(name, role, None, action) for role, name in order])


def bare(rng: Random, style: Style, cast: Cast) -> Signed:
    """周小洁 王小超 摄."""
    names = cast.some(cast.photographers + cast.correspondents)
    action = weighted(rng, (("摄", 85.0), ("摄影报道", 12.0), ("图", 3.0)))
    return Signed(f"{_shown(style, names)}{style.credit_gap}{action}", [credit(name, action=action) for name in names])


def pool(rng: Random, style: Style, cast: Cast) -> Signed:
    """蒙小德摄（影像中国）; 黄小庚 王志远摄影报道（人民视觉）."""
    outlet = rng.choice(("影像中国", "影像中国", "人民视觉", "新华社发", f"{style.paper[:2]}图片社", "视觉中国"))
    action = weighted(rng, (("摄", 90.0), ("摄影报道", 10.0)))
    names = cast.some(cast.correspondents)
    affiliation = "新华社" if outlet == "新华社发" else outlet
    return Signed(
        f"{_shown(style, names)}{style.credit_gap}{action}（{outlet}）",
        [credit(n, None, affiliation, action) for n in names],
    )


def wire(rng: Random, style: Style, cast: Cast) -> Signed:
    """新华社记者 徐小昱 摄; 新华社发（祁 连摄）; 新华社发."""
    names = cast.some(cast.agency, 2)
    if chance(rng, 0.4):
        text = f"新华社发（{_shown(style, names)}{rng.choice(('', style.credit_gap))}摄）"
        return Signed(text, [credit(name, None, "新华社", "摄") for name in names])
    text = f"新华社记者{style.role_gap}{_shown(style, names)}{style.credit_gap}摄"
    return Signed(f"（{text}）" if chance(rng, 0.1) else text, [credit(name, "记者", "新华社", "摄") for name in names])


def given(rng: Random, style: Style, cast: Cast) -> Signed:
    """受访企业供图; 图片由X博物馆提供; 资料图片."""
    form = rng.randrange(4)
    if form == 0:
        word = rng.choice(("资料图片", "资料图片", "资料照片", "资料图"))
        return Signed(word, [credit(None, word)])
    if form == 1:
        name = person(rng)
        return Signed(f"{padded(name, style.pad)}{style.credit_gap}供图", [credit(name, action="供图")])
    giver = rng.choice(GIVERS[:-6] + GIVERS[-4:]).format(rng.choice(PLACES["counties"]))
    gap = rng.choice(("", "", style.credit_gap))
    return Signed(f"{giver}{gap}供图", [credit(giver, action="供图")])


def bracketed(rng: Random, style: Style, cast: Cast) -> Signed:
    """（徐小能 谢小会 摄）; (记者 黄小龙 摄)."""
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


def _hong_kong(rng: Random, style: Style, cast: Cast) -> Signed:
    name = rng.choice(cast.photographers)
    form = rng.randrange(5)
    if form == 0:
        return Signed(
            f"本報記者{rng.choice((' ', ''))}{name}{rng.choice((' ', ''))}攝", [credit(name, "記者", "本報", "攝")]
        )
    if form == 1:
        return Signed(f"（{name}攝）", [credit(name, action="攝")])
    if form == 2:
        return Signed(f"{name}攝", [credit(name, action="攝")])
    if form == 3:
        return Signed(f"圖：{name}", [credit(name, action="圖")])
    return Signed("資料圖片", [credit(None, "資料圖片")])


def two_lines(rng: Random, style: Style, cast: Cast) -> list[Signed]:
    """本报记者 何小君 / 拍友 吴小宇 摄: 摄 stands on the last line only, for both."""
    first, second = own(rng, style, cast), rng.choice((outsider, outsider, own))(rng, style, cast)
    action = second.credits[-1]["action"]
    text = first.text[: -len(str(first.credits[-1]["action"]))].rstrip()
    credits: list[Credit] = [{**one, "action": action} for one in first.credits]
    return [Signed(text, credits), second]


def no_action(rng: Random, style: Style, cast: Cast) -> Signed:
    """首席记者 唐小柯 通讯员 蒋小怡 at a caption's end, without 摄."""
    parts = [(weighted(rng, (("记者", 60.0), ("首席记者", 20.0), ("本报记者", 20.0))), rng.choice(cast.photographers))]
    if chance(rng, 0.5):
        parts.append(("通讯员", rng.choice(cast.correspondents)))
    text = " ".join(f"{role}{style.role_gap or ' '}{_shown(style, [name])}" for role, name in parts)
    credits = [
        credit(name, role.removeprefix("本报"), "本报" if role.startswith("本报") else None) for role, name in parts
    ]
    return Signed(text, credits)
