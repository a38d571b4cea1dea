"""What a figure measures, when, and against what: read from the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from articles.reading.quantities.periods import (
    NOTHING,
    PERIOD_RE,
    RANK,
    SENTENCE_END,
    Placed,
    Read,
    Stretch,
    after_last,
    period_of,
)
from articles.reading.quantities.units import MEASURES

# In signs: of a noun phrase, and how far back a sentence is read at most.
LONGEST, LONGEST_SENTENCE = 24, 160
CLAUSE_END = SENTENCE_END + "，、：,;:（）()—…"


class Context(NamedTuple):
    """Spans in the paragraph (empty ones where nothing is said), the direction of the change and its base."""

    what: Stretch
    period: Stretch
    comparison: Stretch
    change: str
    base: str


UP = "增长 增加 上升 提高 提升 上涨 增幅 增速 升幅 涨幅 扩大 增 升 涨 翻 多"
DOWN = "下降 减少 降低 下滑 回落 下跌 缩减 缩短 压缩 降幅 跌幅 节约 节省 降 减 跌 少"
CHANGES = dict.fromkeys(UP.split(), "增长") | dict.fromkeys(DOWN.split(), "下降")
_WORDS = "|".join(sorted(CHANGES, key=len, reverse=True))
# 较上年增长 同比下降 比去年同期提高了 与上年相比，减少 增幅达
COMPARISON_RE = re.compile(
    rf"(?P<against>(?:(?:同比|环比)|(?:较之|相较于|相比于|相比|较|比)(?P<base>[^，。；：、比较]{{1,14}}?)|[与同和](?P<with>[^，。；：、]{{1,14}}?)相?比(?:，[^，。；：、]{{0,14}}?)?))?"
    rf"(?P<prefix>实际|名义|大幅|累计|平均|年均|又|再|分别|均|实现)?(?P<change>{_WORDS})(?:幅度?|率|速)?(?:了|约|为|达到?|近|超过?|逾|到)*$"
)
# 相当于去年的3倍 是前者的2.5倍
TIMES_RE = re.compile(r"(?:相当于|是|为|达到?)(?P<base>[^，。；：、是为]{1,14})的$")
IMPLIED = {"同比": "上年同期", "环比": "上期"}
# Words that carry a number on from what it measures: 达到, 突破, 为.
LINKS = """
达到 达 为 是 有 超过 超 突破 约 近 至 到 已 将 可 仅 共 共有 总计 共计 合计 累计 高达 增至 降至 升至 增加到 提高到
提升到 下降到 扩大到 增长到 减少到 上升到 稳定在 保持在 控制在 位列 位居 名列 排名 排在 排 居 列 跻身 进入 一举 跃居
跃升至 进位到 也 均 都 分别 就 还 只有 不少于 不低于 上 从原先的 原先的 从 由 以 达成 完成 实现 并 且 了 又 再 其中
其 即 每 该 同比 相当于 全国 全省 全市 全球 世界 的 连续 一共 总共 接近 拥有 现有 设有 建有 其拥有 包括 包含 涉及
经过 历时 绵延 途经 收录 已收录 占 占到 贡献 新增 增加 减少 增长 下降 需 要 花 耗时 投入 完成了 实现了 达到了 超过了
突破了 建成 开通 新建 引进 签约 发放 接待 吸引 带动 惠及 覆盖 帮助 组织 开展 举办 售出 卖出 销售 生产 种植 养殖 采摘
运送 运输 发送 组建 成立 培训 培育 招收 招聘 录取 服务 解决 处理 办理 化解 排查 整治 改造 修复 安装 铺设 筹集 募集
捐赠 捐款 争取 力争 预计 计划 估计 据统计 在 于 被 把 对 向 给 让 使 获 荣获 获得 评为 多年 保持 常年 稳居 稳 这条
这个 这些 该项
"""
_LINK_RE = re.compile(rf"(?:{'|'.join(sorted(LINKS.split(), key=len, reverse=True))}|[“”‘’\s])+$")
# Where the noun phrase begins: after these.
BREAK_RE = re.compile(
    r"(?:完成|实现|开展|贡献|拥有|汇聚|集聚|包括|覆盖|途经|经过|收录|累计|仅次于|全年|其中|预计|计划|已有|将有|共有|具有|带动|推动|吸引|接待|新增|建成|占|使得|让|把|将|已|被|是|为了|则要等|要等|以及|并|且|即|每年|每天|每月|每日)"
)
# Where a noun phrase after the figure ends.
STOP_RE = re.compile(
    r"[，。；：、！？…“”‘’（）()《》\s]|(?:所(?=[^，。；：、]{1,4}的)|评价进入|考核进入|上榜|进入|入选|参加|参与|获[得评]?|为|在|将|已|是|被|从|由|向|和|与|及|以及|用于|位于|来自|组成|共有|拥有|实现|完成"
    r"|达到|超过|签约|投产|开工|建成|接受|享受|通过|得到|不仅|正在|保持|贡献|仍|均|就|了|，|来看|后陆续)"
)
# 77.45公里的供水“大动脉”
_QUOTED_RE = re.compile(rf"[^“”‘’的{re.escape(CLAUSE_END)}\s]{{1,8}}“[^”]{{1,8}}”(?=[{re.escape(CLAUSE_END)}])")
_LEADS_RE = re.compile(r"(?:以上|以下|左右|多|余)?(?P<spent>的?时间(?:就|才)?(?:完成|建成|走完)了?)?(?P<of>的?)")
# Of whom a sentence goes on to tell: 黑马要数合肥，
_NAMED_RE = re.compile(r"(?:要数|当数|当属|首推|莫过于)(?P<who>[^，。；：、]{2,24})，")


def context_of(text: str, figure: Placed, before: Sequence[Read]) -> Context:
    """The context of a figure of a paragraph; before are its neighbours, from which 、24.6% and rates take theirs."""
    near = max(0, figure.start - LONGEST_SENTENCE)
    opening = after_last(SENTENCE_END, text, near, figure.start)
    clause = after_last(CLAUSE_END, text, opening, figure.start)
    change = _comparison(text, clause, opening, figure)
    head = change.start() if change else figure.start
    edge = max([clause, *(one.end for one in before[-1:])])
    what = _before(text, min(edge, head), head)
    if not change:
        what = _choose(text, figure, what)
    if not _length(what):
        what = _inherited(text, opening, before)
    if not _length(what) and figure.unit == RANK:
        what = _subject(text, opening, figure.start)
    period = period_of(text, opening, head, goes_on=bool(change), before=before)
    return Context(what, period, *_compared(text, change, figure, clause))


def _comparison(text: str, clause: int, opening: int, figure: Placed) -> re.Match[str] | None:
    """The words of comparison right before the figure, 与上年相比 in the clause before them included."""
    if figure.unit in ("年", "天", RANK, "个月", "小时", "岁"):
        return None
    wide = text.rfind("比，", opening, figure.start)
    start = after_last(CLAUSE_END, text, opening, wide) if wide > 0 and wide + 2 == clause else clause
    return COMPARISON_RE.search(text, start, figure.start)


def _compared(text: str, match: re.Match[str] | None, figure: Placed, clause: int) -> tuple[Stretch, str, str]:
    if match:
        base = match["base"] or match["with"] or IMPLIED.get(match["against"] or "", "")
        return (match.start(), match.end()), CHANGES[match["change"]], base
    times = TIMES_RE.search(text, clause, figure.start) if figure.unit in ("倍", "") else None
    return ((times.start(), times.end()), "", times["base"]) if times else (NOTHING, "", "")


def _before(text: str, start: int, end: int) -> Stretch:
    """The noun phrase that ends before a figure: the linking words off, from the last verb or 的 on."""
    while match := _LINK_RE.search(text, start, end):
        end = match.start()
    for match in BREAK_RE.finditer(text, start, end):
        if end - match.end() >= 2:
            start = match.end()
    for match in PERIOD_RE.finditer(text, start, end):
        start = match.end()
    particle = text.rfind("的", start, end)
    if particle >= start and end - particle > 2:
        start = particle + 1
    start = max(start, text.rfind("“", start, end) + 1 if text.rfind("”", start, end) < 0 else start)
    while start < end and text[start] in "，、的了在：“‘” 　":
        start += 1
    end -= text.endswith("”", start, end)
    return (max(start, end - LONGEST), end) if start < end else NOTHING


def _after(text: str, start: int) -> Stretch:
    """The noun phrase that follows a figure: 74家市县级单位, 40%以上的财政收入."""
    lead = _LEADS_RE.match(text, start)
    described, start = bool(lead and lead["of"]), lead.end() if lead else start
    if text[start : start + 1] == "“":
        close = text.find("”", start, start + LONGEST)
        return (start + 1, close) if close > start else NOTHING
    stop = STOP_RE.search(text, start, start + LONGEST)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    if described and (named := _QUOTED_RE.match(text, start)):
        return named.span()
    particle = text.find("的", start, end)
    if particle > start:
        end = particle
    if text.endswith("中", start, end):
        end -= 1
    return (start, end) if end > start else NOTHING


def _choose(text: str, figure: Placed, before: Stretch) -> Stretch:
    """Counts and shares say first what follows them, measures what stands before them, ranks too but for 的."""
    lead, after = _LEADS_RE.match(text, figure.end), _after(text, figure.end)
    if lead and lead["spent"] and _length(after):
        return after
    if figure.unit == RANK:
        return after if lead and lead["of"] and _length(after) else before
    counted = figure.unit not in MEASURES or text[figure.end : figure.end + 1] == "的"
    if figure.unit in MEASURES and figure.unit not in ("%", "倍") and _length(before):
        counted = False
    first, second = (after, before) if counted else (before, after)
    return first if _length(first) else second


def _inherited(text: str, opening: int, before: Sequence[Read]) -> Stretch:
    """What the figure before it in the sentence measures."""
    if before and before[-1].start >= opening and before[-1].what:
        at = text.find(before[-1].what, opening, before[-1].end + LONGEST)
        return (at, at + len(before[-1].what)) if at >= 0 else NOTHING
    return NOTHING


def _subject(text: str, opening: int, end: int) -> Stretch:
    """Of a rank: who the sentence names or begins with."""
    if named := _NAMED_RE.search(text, opening, end):
        return named.span("who")
    stop = STOP_RE.search(text, opening, end)
    return (opening, stop.start()) if stop and 4 <= stop.start() - opening <= LONGEST else NOTHING


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]
