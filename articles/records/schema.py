"""What the objects look like: the API's document and the exports tell it."""

from articles.models import Correction
from articles.records.jsonschema import (
    ADDRESS,
    AMOUNT,
    BASIS,
    COUNT,
    DAY,
    SCORE,
    TEXT,
    TIME,
    YES,
    Schema,
    by_name,
    many,
    maybe,
    record,
    ref,
    said,
)  # fmt: skip

NAMED = {"key": said(TEXT, "标识，不变"), "url": said(ADDRESS, "永久地址")}
TITLES = {
    "headline": said(maybe(TEXT), "主题"),
    "kicker": said(maybe(TEXT), "引题"),
    "subtitle": said(maybe(TEXT), "副题"),
    "column": said(maybe(TEXT), "栏目"),
}
PRINTED = {
    "publication": said(maybe(TEXT), "报名"),
    "date": said(maybe(DAY), "出版日期"),
    "date_basis": BASIS,
    "page": ref("PageBrief"),
}
SPAN = {"type": "array", "prefixItems": [COUNT, COUNT, TEXT], "items": False, "minItems": 3}
PAGE_SPAN = SPAN | {"prefixItems": [COUNT, COUNT, TEXT, maybe(COUNT)], "minItems": 4}
PERSON = {
    **NAMED,
    "name": TEXT,
    "note": said(maybe(TEXT), "与同名者的区别"),
    "pinyin": maybe(TEXT),
    "articles": COUNT,
    "latest": said(maybe(DAY), "最近署名的日期"),
}
PAGE = {
    **NAMED,
    "publication": said(maybe(TEXT), "报名"),
    "date": said(maybe(DAY), "出版日期"),
    "number": said(maybe(TEXT), "版次"),
    "name": said(maybe(TEXT), "版名"),
    "bases": by_name(BASIS, "各项的依据"),
}
CORRECTION = {
    "id": {"type": "string", "format": "uuid"},
    "of": {"enum": ["article", "page"]},
    "field": TEXT,
    "label": said(TEXT, "这一项的中文名"),
    "kind": {"enum": list(Correction.Kind.values)},
    "old": maybe(TEXT),
    "new": maybe(TEXT),
    "reason": TEXT,
    "created": TIME,
}
FIGURE = {
    "caption": said(maybe(TEXT), "图说"),
    "credits": many(ref("Byline")),
    "credit": said(maybe(TEXT), "图片署名，照印"),
}
GATHERED = {**NAMED, "name": TEXT, "articles": COUNT, "first": maybe(DAY), "last": maybe(DAY)}

SCHEMAS: dict[str, Schema] = {
    "Article": record(
        "一篇文章。没有印的为 null 或空列表；文字是原文的字符。",
        **NAMED,
        title=said(TEXT, "主题；没有主题的，取开头几个字"),
        **TITLES,
        deck=many(TEXT, "提要，一段一项"),
        dateline=maybe(ref("Dateline")),
        bylines=many(ref("Byline")),
        sections=many(ref("Section")),
        figures=many(ref("Figure")),
        continued_from=said(maybe(TEXT), "上接"),
        continued_to=said(maybe(TEXT), "下转"),
        truncated=said(YES, "文字在句中中断"),
        is_photo=said(YES, "只有图和图说"),
        position=said(COUNT, "在本版排第几篇"),
        length=said(COUNT, "字数，空白不计"),
        changed=said(TIME, "最近一次改动"),
        **PRINTED,
        continues=said(maybe(ref("Link")), "前文在哪一篇"),
        continuation=said(maybe(ref("Link")), "后文在哪一篇"),
        spans=many(SPAN, "在版面原文里的位置：[起, 止, 字段]"),
        doubts=many(ref("Doubt")),
        confidence=said(SCORE, "通篇读对的把握"),
        printed=by_name(TEXT, "各项照印的文字，更正之前"),
        corrected=many(TEXT, "与所印不同的各项"),
        corrections=many(ref("Correction")),
    ),
    "ArticleBrief": record(
        "列表里的一篇文章。",
        **NAMED,
        title=TEXT,
        **TITLES,
        **PRINTED,
        place=said(maybe(TEXT), "电头地点"),
        bylines=many(ref("Byline")),
        opening=said(TEXT, "开头的文字"),
        length=COUNT,
        is_photo=YES,
        truncated=YES,
        doubts=said(COUNT, "存疑几处"),
    ),
    "Dateline": record("电头。", agency=maybe(TEXT), place=maybe(TEXT), date=maybe(TEXT)),
    "Byline": record(
        "一个人的署名。",
        name=maybe(TEXT),
        role=said(maybe(TEXT), "身份，如 记者"),
        affiliation=said(maybe(TEXT), "单位，如 本报"),
        action=said(maybe(TEXT), "分工，如 摄"),
        person=said(maybe(TEXT), "人物的标识"),
    ),
    "Section": record("一个小标题下的文字。", heading=maybe(TEXT), paragraphs=many(TEXT)),
    "Figure": record("一幅图，只有文字。", **FIGURE),
    "Link": record("另一篇文章。", **NAMED, title=TEXT),
    "Doubt": record(
        "一处存疑。",
        code=TEXT,
        said=said(TEXT, "存疑什么"),
        start=maybe(COUNT),
        end=maybe(COUNT),
        score=said(SCORE, "读对的把握"),
        runner_up=maybe(TEXT),
    ),
    "Correction": record("一条更正。", **CORRECTION),
    "PageBrief": record("列表里的一版。", **PAGE),
    "Page": record(
        "一版。",
        **PAGE,
        printed=by_name(maybe(TEXT), "各项在更正之前"),
        text=said(TEXT, "原文"),
        spans=many(PAGE_SPAN, "每个字归到哪里：[起, 止, 字段, 第几篇]"),
        furniture=many(TEXT, "版头等，不属于哪一篇的文字"),
        doubts=many(ref("Doubt")),
        articles=many(ref("ArticleBrief")),
    ),
    "PersonBrief": record("列表里的一个人。", **PERSON),
    "Person": record(
        "署名的一个人。",
        **PERSON,
        years=by_name(COUNT, "逐年篇数；undated 是日期未知的"),
        roles=many(ref("Role")),
    ),
    "Role": record("以什么身份署名，几篇。", role=maybe(TEXT), action=maybe(TEXT), articles=COUNT),
    "Column": record("一个栏目。", **GATHERED),
    "Place": record("一个电头地点。", **GATHERED),
    "Photo": record("一幅图和它所在的文章。", **NAMED, **FIGURE, article=ref("Link"), **PRINTED),
    "Quantity": record(
        "文中引用的一个数，和它所在的文章。",
        **NAMED,
        printed=said(TEXT, "原文，约数在内"),
        value=said(AMOUNT, "以 unit 计的值：24亿元 为 2400000000"),
        high=said(maybe(AMOUNT), "范围的上限"),
        unit=said(TEXT, "单位，归一；没有的为空"),
        measure=said(TEXT, "印作的单位，如 亿元"),
        about=said(maybe(TEXT), "约数的字眼，如 约、多、以上"),
        what=said(maybe(TEXT), "说的是什么"),
        period=said(maybe(TEXT), "何时"),
        comparison=said(maybe(ref("Comparison")), "同什么比"),
        sentence=said(TEXT, "原句"),
        span=record("在哪一段（0 为图说）、段中起止。", paragraph=COUNT, start=COUNT, end=COUNT),
        article=ref("Link"),
        **PRINTED,
    ),
    "Comparison": record(
        "比较。", printed=TEXT, change=said(maybe(TEXT), "增长或下降"), base=said(maybe(TEXT), "基数")
    ),
    "Erratum": record(
        "一条勘误。", key=TEXT, url=maybe(ADDRESS), **CORRECTION, about=said(maybe(ref("Link")), "说的是哪一篇或哪一版")
    ),
}
