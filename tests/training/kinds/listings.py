"""Lists: round-ups, results, tables, price lists, notices, regulations, corrections."""

from __future__ import annotations

from tests.training import leads
from tests.training.chance import chance, number, weighted
from tests.training.desk import Desk, spread
from tests.training.headlines import Heads, put_opening, stack
from tests.training.kinds.news import mix, opener, tail
from tests.training.people import padded, person
from tests.training.phrases import subhead
from tests.training.signing import names_text
from tests.training.story import Line, Piece, Story, credit
from tests.training.style import full_date, month_day
from tests.training.wordlists import lists

PLACES, GOODS = lists("places"), lists("goods")


def digest(desk: Desk) -> Story:
    """A round-up: 简讯, 一句话新闻; items with bullets, with titles, signed or not."""
    rng, story, style = desk.rng, Story(), desk.style
    title = desk.word("digest titles: hong kong" if style.traditional else "digest titles")
    story.add("headline", rng.choice(("{}", "【{}】", "■{}")).format(title) if chance(rng, 0.2) else spread(rng, title))
    titled, signed = chance(rng, 0.42), chance(rng, 0.6)
    countries = chance(rng, 0.5 if style.genre == "world" else 0.05)
    bullet = "" if titled else rng.choice(("●", "■", "◆", "▲", "△", "★", "※", "·", "○", "◇", "", "", "△ ", "1"))
    tight = chance(rng, 0.25)
    heads_mark = rng.choice(("", "", "", "", "●", "■ ", "◆"))
    for index in range(rng.randint(3, 7)):
        doc = desk.draw(weighted(rng, (("news", 60.0), ("culture", 20.0), ("sport", 10.0), ("world", 10.0))), 1, 1)
        text = _short(doc.paragraphs[0], 40 if not titled else 90)
        if titled:
            country = rng.choice(PLACES["countries"]) + "：" if countries else ""
            story.add("heading", heads_mark + country + (doc.titles or [subhead(rng, doc.paragraphs, 6, 14)])[0][:20])
        mark = f"{index + 1}. " if bullet == "1" else bullet
        lead = (
            leads.Lead("本报讯 ", ("本报", None, None))
            if not titled and not bullet and chance(rng, 0.3)
            else leads.Lead()
        )
        desk.open(
            story, leads.Lead(mark + lead.text, lead.dateline), text, tight=tight and index > 0, whole=chance(rng, 0.7)
        )
        if signed and chance(rng, 0.85):
            _item_name(desk, story)
    return story


def _item_name(desk: Desk, story: Story) -> None:
    names = desk.cast.some(desk.cast.correspondents + desk.cast.reporters, 2)
    style = desk.style
    text = names_text(names, style.name_gap, style.pad)
    line = story.lines[-1]
    form = weighted(desk.rng, ((f"（{text}）", 80.0), (f" {text}", 12.0), (text, 8.0)))
    line.pieces.append(Piece(form, line.label))
    line.credits = line.credits + [credit(name) for name in names]


def _short(text: str, least: int) -> str:
    """The first sentences of a paragraph, at least that many characters."""
    end = text.find("。", least)
    short = text[: end + 1] if end > 0 else text
    return short if short.count("“") == short.count("”") else text


def results(desk: Desk) -> Story:
    """Winners by class: 一等奖, then rows of names in one block."""
    rng, story = desk.rng, Story()
    doc = desk.draw("culture" if chance(rng, 0.6) else "sport", 1, 2)
    name = rng.choice(GOODS["contests"])
    put_opening(
        desk,
        story,
        Heads(rng.choice(("{}揭晓", "{}获奖名单", "{}落幕", "{}结果公布", "{}评选结果揭晓")).format(name)),
        None,
        None,
    )
    if chance(rng, 0.8):
        text = _short(doc.paragraphs[0], 50) + rng.choice(
            ("现将获奖名单公布如下：", "获奖名单如下：", "结果如下：", "名单公布如下：")
        )
        lead = leads.local(rng, desk.style, desk.cast) if chance(rng, 0.7) else leads.Lead()
        desk.open(story, lead, text)
    for award in rng.choice(
        (
            ("一等奖", "二等奖", "三等奖"),
            ("金奖", "银奖", "铜奖"),
            ("一等奖", "二等奖", "优秀指导教师"),
            ("特等奖", "一等奖", "优秀奖"),
            ("男子组", "女子组"),
            ("个人奖", "集体奖"),
            ("第一名", "第二名", "第三名"),
            ("优秀组织奖", "先进个人"),
        )
    ):
        _award(desk, story, award)
    if chance(rng, 0.2):
        story.add(
            "paragraph", rng.choice(("（排名不分先后）", "获奖者请于本月底前到报社领取证书。", "以上名单，敬请监督。"))
        )
    return story


def _award(desk: Desk, story: Story, award: str) -> None:
    rng = desk.rng
    form = weighted(rng, (("heading", 75.0), ("inline", 25.0)))
    if form == "heading":
        story.add("heading", award + rng.choice(("", "", "", f"（{rng.randint(2, 30)}名）", "：")))
    for index in range(rng.randint(1, 4)):
        names = [padded(person(rng), desk.style.pad) for _ in range(rng.randint(2, 9))]
        group = rng.choice(
            (
                "小学组：",
                "中学组：",
                "成人组：",
                "",
                "",
                f"{rng.choice(PLACES['cities'])}市：",
                f"《{subhead(rng, [award + '的故事'], 2, 5)}》 ",
            )
        )
        start = f"{award}：" if form == "inline" and index == 0 else group
        story.add("paragraph", start + rng.choice((" ", " ", "、", "　")).join(names), tight=index > 0, whole=True)


def table(desk: Desk) -> Story:
    """A table: a title, column names, rows of one block."""
    rng, story = desk.rng, Story()
    kind = rng.choice(("housing", "rank", "scores", "weather", "stocks", "timetable"))
    title, header, rows = TABLES[kind](desk)
    put_opening(desk, story, Heads(title), None, desk.word("columns: list") if chance(rng, 0.12) else None)
    if chance(rng, 0.2):
        story.add(
            "paragraph",
            rng.choice(
                ("（单位：元）", "（单位：万元）", "（截至昨日）", f"（{month_day(desk.style.yesterday, desk.style)}）")
            ),
            whole=True,
        )
    together = chance(rng, 0.85)
    for index, row in enumerate([header, *rows] if header else rows):
        story.add("paragraph", row, tight=together and index > 0, whole=True)
    if chance(rng, 0.4):
        giver = rng.choice(("市统计局", "市价格监测中心", "市房管局", "市气象台", "有关商会", "组委会"))
        story.add(
            "paragraph",
            rng.choice(("（数据来源：{}）", "数据来源：{}", "（{}提供）", "资料来源：{}")).format(giver),
            whole=True,
        )
    return story


def _housing(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    rows = [
        f"{rng.choice(PLACES['streets'])} {rng.randint(80, 500)} {rng.randint(4000, 20000)} {rng.choice('涨跌')}{number(rng, 0.2, 5, 1)}%"
        for _ in range(rng.randint(4, 9))
    ]
    return (
        f"{desk.style.date.month}月{desk.style.paper[:2]}商品房成交前{'三四五六七八九十'[min(7, len(rows) - 3)]}板块",
        "地段 套数 均价（元/㎡） 涨跌",
        rows,
    )


def _rank(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    cities = rng.sample(list(PLACES["cities"]), rng.randint(5, 10))
    rows = [f"{index + 1} {city}{rng.choice(('', '市'))} {number(rng, 60, 99, 1)}" for index, city in enumerate(cities)]
    return (
        rng.choice(("全省城市空气质量排名", "上月客流排行榜", "一季度增速排名", "本周图书销售榜", "文明指数测评结果")),
        "名次 城市 得分" if chance(rng, 0.7) else "",
        rows,
    )


def _scores(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    teams = rng.sample(list(PLACES["cities"]), 8)
    if chance(rng, 0.5):
        rows = [f"{teams[i]}队 {rng.randint(0, 5)}比{rng.randint(0, 4)} {teams[i + 1]}队" for i in range(0, 8, 2)]
        return rng.choice(("联赛第八轮战报", "昨日赛果", "足球联赛成绩", "本轮比分")), "", rows
    rows = [
        f"{i + 1} {team}队 {rng.randint(4, 12)} {rng.randint(0, 6)} {rng.randint(0, 6)} {rng.randint(8, 36)}"
        for i, team in enumerate(teams)
    ]
    return "积分榜", "名次 球队 胜 平 负 积分", rows


def _weather(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    cities = rng.sample(list(PLACES["cities"]), rng.randint(4, 9))
    low = rng.randint(-5, 22)
    rows = [
        f"{city} {rng.choice(('晴', '多云', '阴', '小雨', '阵雨', '多云转晴', '晴转多云', '小雪'))} {low + rng.randint(-2, 2)}—{low + rng.randint(5, 12)}℃"
        for city in cities
    ]
    return rng.choice(("各地天气", "今日天气", "未来三天天气", "城市天气预报")), "", rows


def _stocks(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    names = rng.sample(list(GOODS["companies"]), rng.randint(4, 8))
    rows = [f"{name} {number(rng, 3, 80, 2)} {rng.choice('+-')}{number(rng, 0.1, 9, 2)}%" for name in names]
    return (
        rng.choice(("本周涨跌榜", "股市行情", "个股表现", "昨日收市价")),
        "名称 收盘价 涨跌幅" if chance(rng, 0.7) else "",
        rows,
    )


def _timetable(desk: Desk) -> tuple[str, str, list[str]]:
    rng = desk.rng
    hours = sorted(rng.sample(range(6, 23), rng.randint(4, 8)))
    rows = [
        f"{hour}:{rng.choice(('00', '30', '15', '45'))} {rng.choice(GOODS['events'])} {rng.choice(GOODS['venues'])}"
        for hour in hours
    ]
    return rng.choice(("今日赛事", "周末演出预告", "电视节目预告", "本周活动安排", "停电信息")), "", rows


TABLES = {
    "housing": _housing,
    "rank": _rank,
    "scores": _scores,
    "weather": _weather,
    "stocks": _stocks,
    "timetable": _timetable,
}


def prices(desk: Desk) -> Story:
    """A price report: a paragraph that ends in a colon, rows, a closing paragraph."""
    rng, story = desk.rng, Story()
    kind = rng.choice(("vegetables", "materials"))
    goods = rng.sample(list(GOODS[kind]), rng.randint(5, 9))
    title = f"{goods[0]}{rng.choice(('便宜了', '涨价了', '降了两成', '稳中有跌'))} {goods[1]}{rng.choice(('贵两毛', '持平', '略涨', '走高'))}"
    heads = Heads(
        title
        if chance(rng, 0.6)
        else f"昨日{desk.style.paper[:2]}{rng.choice(('批发市场参考价', '菜价', '农产品价格', '主要商品价格'))}"
    )
    put_opening(desk, story, heads, None, "菜篮子" if chance(rng, 0.4) else None)
    long = chance(rng, 0.7)
    if long:
        story.add(
            "paragraph",
            f"{opener(desk) or '昨天，'}记者从{rng.choice(('市价格监测中心', '几家农贸市场', '市物价局'))}了解到，本周{goods[0]}、{goods[1]}等价格有所变化，"
            f"{goods[2]}比上周{rng.choice('涨跌')}了{rng.choice('一两三')}成。具体如下（单位：元/斤）：",
        )
    else:
        story.add("paragraph", rng.choice(("（单位：元／公斤）", "（单位：元/吨）", "（单位：元/500克）")), whole=True)
    for index, item in enumerate(goods):
        change = weighted(rng, ((f"（{rng.choice('涨跌升')}{number(rng, 0.3, 20, 1)}%）", 75.0), ("（持平）", 25.0)))
        story.add(
            "paragraph",
            f"{item} {number(rng, 0.8, 90, 2)}{change if chance(rng, 0.85) else ''}",
            tight=index > 0,
            whole=True,
        )
    if long and chance(rng, 0.7):
        story.add(
            "paragraph",
            f"业内人士估计，过几天{goods[0]}价格还会{rng.choice(('反弹', '回落', '继续走低'))}，可以等等再买。",
        )
    return story


def notice(desk: Desk) -> Story:
    """A notice: 启事, 公告, 征文; numbered lines; an institution and a date at the foot."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 2, 4)
    what = subhead(rng, doc.paragraphs, 3, 8)
    title = rng.choice(
        (
            f"“{what}”征文启事",
            "启事",
            "公告",
            "通告",
            f"关于{what}的通告",
            f"{what}公告",
            "招聘启事",
            "征稿启事",
            "敬告读者",
            f"{what}活动报名启事",
            "致读者",
            "征订启事",
            "停水公告",
        )
    )
    story.add("headline", spread(rng, title))
    if chance(rng, 0.85):
        story.add(
            "paragraph",
            _short(doc.paragraphs[0], 30)
            if chance(rng, 0.5)
            else f"为{rng.choice(('进一步做好', '加强', '推动', '纪念'))}{what}，本报即日起举办活动。现将有关事项{rng.choice(('公告', '通知'))}如下：",
        )
    form = rng.choice(
        (
            "{han}、{head}：{text}",
            "{han}、{text}",
            "{n}. {text}",
            "{n}、{head}：{text}",
            "（{han}）{text}",
            "{head}：{text}",
        )
    )
    for index in range(rng.randint(3, 6)):
        head = GOODS["notice heads"][index % len(GOODS["notice heads"])]
        sentence = subhead(rng, doc.paragraphs, 8, 40)
        story.add(
            "paragraph",
            form.format(
                han="一二三四五六七"[index], n=index + 1, head=head, text=sentence + rng.choice(("。", "；", "。"))
            ),
            tight=chance(rng, 0.15) and index > 0,
            whole=True,
        )
    if chance(rng, 0.6):
        story.add(
            "paragraph",
            rng.choice(
                (
                    "联系电话：88231156",
                    f"截稿时间：{full_date(desk.style.date, desk.style)}。",
                    "特此公告。",
                    "地址：人民路128号报业大厦",
                    "欢迎踊跃投稿。",
                )
            ),
        )
    if chance(rng, 0.6):
        story.add(
            "paragraph",
            rng.choice(
                (
                    f"{desk.style.paper}社",
                    f"{desk.style.paper}副刊部",
                    "本报编辑部",
                    f"{desk.style.paper[:2]}市公安局",
                    f"{desk.style.paper[:2]}市人民政府办公室",
                    "本报社",
                )
            ),
            whole=True,
        )
        if chance(rng, 0.4):
            story.add("paragraph", full_date(desk.style.date, desk.style), tight=chance(rng, 0.5), whole=True)
    return story


def correction(desk: Desk) -> Story:
    """更正 of an earlier page."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("news", 1, 1)
    story.add("headline", spread(rng, rng.choice(("更正", "更正启事", "致歉", "更正", "勘误", "更正说明"))))
    what = subhead(rng, doc.paragraphs, 5, 13)
    story.add(
        "paragraph",
        f"本报{month_day(style.yesterday, style)}第{rng.randint(1, 8)}版《{what}》一文中，“{number(rng, 20, 80, 1)}%”应为“{number(rng, 20, 80, 1)}%”。{rng.choice(('特此更正，并向读者致歉。', '特此更正。', '谨向读者致歉。'))}",
    )
    if chance(rng, 0.6):
        story.add("paragraph", rng.choice(("本报编辑部", "编 者", "——编 者", "本报编辑部")), whole=True)
    return story


def regulation(desk: Desk) -> Story:
    """A document in numbered paragraphs: some numbers are subheads, some open paragraphs."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 5, 10)
    put_opening(desk, story, stack(desk, doc, "plain"), None, None)
    if chance(rng, 0.4):
        story.add("byline" if False else "paragraph", f"（{full_date(desk.style.yesterday, desk.style)}）", whole=True)
    story.add("paragraph", doc.paragraphs[0])
    for index, text in enumerate(doc.paragraphs[1:]):
        han = "一二三四五六七八九十"[index % 10]
        if chance(rng, 0.4):
            story.add("heading", f"{han}、{subhead(rng, [text], 3, 10)}")
            story.add("paragraph", text)
        else:
            form = rng.choice(("第{}条　{}", "{}、{}", "（{}）{}", "第{}，{}"))
            story.add("paragraph", form.format(han, text))
    return story


def numbers(desk: Desk) -> Story:
    """A short news item that closes with a list of bulleted facts."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 2, 4)
    put_opening(desk, story, stack(desk, doc, mix(desk)), None, None)
    lead = leads.local(rng, desk.style, desk.cast) if chance(rng, 0.6) else leads.Lead()
    desk.open(
        story,
        lead,
        _short(doc.paragraphs[0], 30)[:-1] + rng.choice(("，具体包括：", "：", "，主要有以下几项——", "。具体如下：")),
    )
    mark = rng.choice(("●", "——", "■", "◆", "1", "▲", "一"))
    for index, text in enumerate(doc.paragraphs[1:] + doc.paragraphs[:1]):
        start = f"{index + 1}." if mark == "1" else ("一二三四五"[index % 5] + "是" if mark == "一" else mark)
        story.put(Line("paragraph", [Piece(start + _short(text, 16), "paragraph")], tight=chance(rng, 0.2)))
    if chance(rng, 0.3):
        tail(desk, story)
    return story


def bookshelf(desk: Desk) -> Story:
    """A round-up of books or films: 《…》 above each paragraph."""
    rng, story = desk.rng, Story()
    story.add("headline", desk.word("review digests"))
    for _ in range(rng.randint(2, 5)):
        doc = desk.draw("culture" if chance(rng, 0.6) else "essay", 1, 1)
        story.add(
            "heading", f"《{subhead(rng, doc.paragraphs, 2, 8)}》" + (f" {person(rng)} 著" if chance(rng, 0.2) else "")
        )
        if chance(rng, 0.3):
            story.add("paragraph", f"{person(rng)} 著　{desk.word('publishers')}", whole=True)
        story.add("paragraph", _short(doc.paragraphs[0], 50))
    return story


def classified(desk: Desk) -> Story:
    """A small advertisement or service note: 遗失声明, 寻人启事, 拍卖公告, 天气."""
    rng, story, style = desk.rng, Story(), desk.style
    title = desk.word("classified titles")
    story.add("headline", spread(rng, title))
    if "天气" in title:
        low = rng.randint(-5, 24)
        story.add(
            "paragraph",
            f"{style.paper[:2]}市区：今天{rng.choice(('多云', '晴', '阴有小雨'))}，偏{rng.choice('东南西北')}风{rng.randint(2, 5)}级，{low}到{low + rng.randint(4, 11)}℃。明天{rng.choice(('阴转多云', '有雨', '晴到多云'))}，后天{rng.choice(('多云', '晴', '雨止转阴'))}。",
        )
        return story
    if chance(rng, 0.2):
        story.add("paragraph", f"{style.paper[0]}告字〔{style.date.year}〕{rng.randint(1, 60)}号", whole=True)
    doc = desk.draw("news", 1, 2)
    tight = chance(rng, 0.4)
    for index in range(rng.randint(1, 4)):
        name, number = person(rng), rng.randint(100000, 999999)
        lost = f"{name}遗失{rng.choice(('身份证', '营业执照副本', '公章', '会计证', '发票一本'))}，编号{number}，声明作废。"
        text = (
            lost
            if "声明" in title
            else (_short(doc.paragraphs[0], 40) if index == 0 else f"{subhead(rng, doc.paragraphs, 6, 20)}。")
        )
        story.add("paragraph", text, tight=tight and index > 0, whole=index > 0)
    if chance(rng, 0.6):
        gap = rng.choice(("　", " ", "  "))
        story.add(
            "paragraph",
            rng.choice(
                (
                    f"联系人：{rng.choice(['王', '李', '陈'])}先生{gap}电话：{rng.randint(2000000, 8999999)}",
                    f"家属：{person(rng)}",
                    f"电话：{rng.randint(2000000, 8999999)}",
                    f"地址：{rng.choice(PLACES['streets'])}{rng.randint(1, 300)}号",
                    "（广告）",
                )
            ),
            whole=True,
        )
    if chance(rng, 0.4):
        story.add(
            "paragraph",
            rng.choice(
                (
                    f"{style.paper[:2]}市供水公司",
                    f"{style.paper[:2]}市公共资源交易中心",
                    f"{rng.choice(PLACES['counties'])}县国土资源局",
                )
            ),
            whole=True,
        )
        if chance(rng, 0.5):
            story.add("paragraph", full_date(style.date, style), tight=chance(rng, 0.5), whole=True)
    return story
