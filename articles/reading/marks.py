"""Patterns of what a printed line can be, tried on its plain form; samples are in tests/reading/test_marks.py."""

from __future__ import annotations

import re

PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("【", "】"))

# A line that is complete: closing mark, possibly followed by a closing quote or bracket, or a signed end.
ENDED_RE = re.compile(r"(?:[。！？…]|——|：)[”’）》]*$|[。！？…][”’]?（[^（）]{1,40}）$|[；]$")
SENTENCE_END_RE = re.compile(r"[。！？…][”’）》]*$")

NUMERAL = "[一二三四五六七八九十百零〇两\\d]"
PAGE = rf"(?P<page>第?\s*(?:[A-Za-z]{{0,2}}\d{{1,3}}|{NUMERAL}{{1,3}})\s*[版页]|[A-Za-z]{{1,2}}\d{{1,3}})"
FROM = r"(?:紧接|上接|承接|续自|接)"
TO = r"(?:下转|转入|续见|下接|转)"
FROM_RE = re.compile(rf"^[（【＜<［▶►→]*\s*{FROM}\s*{PAGE}[^）】］\s]{{0,10}}?\s*[）】＞>］]?$")
TO_RE = re.compile(rf"^[（【＜<［▶►→]*\s*{TO}\s*{PAGE}\s*[）】＞>］]?$")
INLINE_TO_RE = re.compile(rf"\s*[（【＜<［▶►→]+\s*{TO}\s*{PAGE}\s*[）】＞>］]?$")
INLINE_FROM_RE = re.compile(rf"^[（【＜<]\s*{FROM}\s*{PAGE}\s*[）】＞>]\s*")

DECK_LABEL_RE = re.compile(
    r"^[【■●◆]?\s*(?:核心阅读|核心閱读|核心提示|提\s*示|内容提要|内容摘要|阅读提示|新闻提示|新闻导读|提\s*要|摘\s*要|导\s*读|导\s*语)\s*[】：]?$"
)
BOX_LABEL_RE = re.compile(
    r"^[【■●◆▲☆★［]?\s*(?:相关)?(?:编\s*者\s*按|编者的话|开栏的话|开栏语|记者手记|采访手记|采访札记|手\s*记|链\s*接|延伸阅读|新闻链接|背景链接|新闻背景|"
    r"背\s*景|小贴士|小资料|小知识|观点提要|编者附记|编者回复|编辑附言|编辑回复|读者反馈|温馨提示|名词解释|知识链接|相关链接|记者点评|专家点评|点\s*评|记者观察|编\s*后|编后语|短\s*评|对\s*话|数据|名片|人物名片|人物档案|"
    r"记者回访|部门回复|记者调查|旁\s*白|微评|大事记|档案|提\s*醒|[\u4e00-\u9fff]{2}手记)\s*(?:[】：］]|：\S{2,20})?$"
)
# Headlines that only say what the piece is.
TITLE_RE = re.compile(
    r"^(?:更\s*正|启\s*事|公\s*告|通\s*告|通\s*知|声\s*明|讣\s*告|致\s*歉|天\s*气|勘\s*误|征\s*订|致读者|编读往来|一句话新闻"
    r"|(?!特此)\S{0,8}(?:启事|公告|通告|声明|简讯|短讯|快讯|天气|预报|告示|来函照登|(?<=\S\S)榜|名单|一览|速览|概览|战报|成绩|排名|微报|预告|须知|指南|(?<=\S\S)提醒|书架|词典|招领|寻物|寻人|气象台|天文台|开奖|彩结果|快读|速读|问法))$"
)
FURNITURE_RE = re.compile(
    r"^(?=.*\d{4}年\s*\d{1,2}月\s*\d{1,2}日)(?=.*(?:编辑|主编|责编|校对|版式|设计|美编|信箱|邮箱|热线|电话)\s*：)|"
    r"^(?:本版|本期|今日|值班|执行|本报)?(?:责\s*任?\s*编\s*[辑审]?|责\s*编|编\s*辑|版\s*式(?:设\s*计)?|版面设计|校\s*对|美\s*编|视\s*觉|组\s*版|值班编委|值班主任|值班总编|"
    r"策\s*划|统\s*筹|制\s*图|检\s*校|审\s*读|主\s*编|副主编|电\s*话|投稿邮箱|邮箱|网\s*址|邮\s*编|零\s*售|国内统一刊号|本版邮箱|电子信箱|E-?mail|印刷|社址|广告部?|新闻热线|热\s*线|微信)"
    r"\s*(?:[：/|]|\S{2,3}$)|^本?版?(?:责编|编辑|版式|校对|美编)\s|^稿件统筹|^(?:读者)?来稿请寄|^本[报刊社](?:地址|社址|法律顾问|常年法律顾问)|^本版(?:文章|内容|观点)|^(?:投稿|读者|订阅|广告|新闻|爆料|报料)(?:信箱|邮箱|热线|电话)(?:：|\s)|^(?:今日|本期)(?:共)?\d+版|统一刊号|邮发代号|^https?：|^www\."
)
MASTHEAD_RE = re.compile(
    rf"^(?:第\s*(?:[A-Z]{{0,2}}\d{{1,3}}|{NUMERAL}{{1,3}})\s*版|[A-Z]{{1,2}}\d{{1,2}}\s*版?|\d{{1,2}}\s*版)\s*[：·—-]?\s*\S{{0,10}}$"
    r"|^[\u4e00-\u9fff]{2,8}\s*[：·|]?\s*(?:\d{1,2}|[A-Z]\d{1,2})版?$|^[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|商报|时报|周报|导报|都市报|青年报)$"
)
DATE_LINE_RE = re.compile(
    rf"(?:\d{{4}}|[一二三四五六七八九〇○零]{{4}})年\s*{NUMERAL}{{1,3}}月\s*{NUMERAL}{{1,3}}日|星期[一二三四五六日天]|^农历|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
)
NOTE_RE = re.compile(
    r"^（(?:本文)?(?:作者|译者)(?:为|系|单位|是|：)|^——\s*编\s*者|^（?(?:未完待续|待续|全文完|完)）?$|^（?(?:数据|资料|图片|信息|稿件)来源|^□?据[^，。]{2,16}(?:客户端|电|报道|网|消息)$"
    r"|^本报编辑部$|^（?(?:相关报道|详见|全文见|报道见|更多)\S{0,8}[第见]|^（?(?:本文|文中)(?:有删节|人名|均为)|^（?原载|^\S{2,12}(?:编辑部|副刊部|编委会|评委会|组委会)$|^(?:来源|出处)："
)
SALUTATION_RE = re.compile(r"^(?:编辑同志|编辑|贵报|[^，。：]{2,8}(?:同志|先生|女士|老师|朋友们?|读者们?))：$")
TURN_RE = re.compile(r"^(?P<speaker>[问答QA]|[\u4e00-\u9fff·]{2,6}?)：\s*\S")
SPEAKERS = ("问", "答", "Q", "A", "记者", "主持人")
POINTER_RE = re.compile(
    r"^[（]?(?:[上下左右中小大]?图(?:[①-⑩一二三四五1-9])?(?:为|是|：|①|②|③|④|⑤|⑥)|图(?:为|①|②|③|④|⑤|⑥|说)|[上下左右]图[：为是，]|[①-⑥]\s*\S{4,})"
)
NUMBERED_RE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十]{1,3}[条章节，]|\d{1,2}[.、．]\s*\D|[①-⑳])"
)
BULLET_RE = re.compile(r"^[■●◆▲★☆▪◎□○◇▶►◢※•]")
BRACKETED_RE = re.compile(r"^【[^【】]{2,16}】$|^［[^］]{2,16}］$|^〖.{2,16}〗$|^\|.{2,12}\|$")
ROW_RE = re.compile(
    r"^(?=.*\d)\S{1,14}(?:\s+\S{1,14}){2,}$|^\S{1,12}(?:\s+\S{1,14}){3,}$|^[^\s，。]{1,12}\s+[\d.,，：]+\S{0,12}$|^[^，。]{2,10}：\S{2,6}(?:\s+\S{1,6})+$"
)
PARENTHESIS_RE = re.compile(r"^（[^（）]{2,38}）$|^［[^］]{2,38}］$")
# Short enough to be a name that no table knows: 盛夏, 其其格, 东 方.
PEN_NAME_RE = re.compile(r"^[■□●◎]?\s?[\u4e00-\u9fff·]{1,2}\s?[\u4e00-\u9fff·]{1,3}$")
DASH_TITLE_RE = re.compile(r"^——")
SPEAKER_RE = re.compile(r"——$")
# How the names of columns end.
COLUMN_RE = re.compile(
    r"(?:观察|随笔|札记|手记|笔记|笔谈|杂谈|漫谈|絮语|快语|快评|短评|时评|点评|锐评|微评|社评|社论|评论|论坛|视点|视线|视野|焦点|聚焦|关注|热点|来信|信箱|热线|连载|讲述|访谈|对话"
    r"|面对面|人物|故事|声音|专栏|之窗|走笔|夜话|茶座|沙龙|新闻|要闻|简讯|速递|快递|快讯|纵横|天地|园地|广场|平台|直通车|记忆|印象|风采|档案|解码|一线|现场|进行时|在行动|新作为|特别报道|系列报道"
    r"|问答|我答|课堂|讲堂|学堂|书架|书评|书房|影评|诗歌|散文|小说|副刊|文苑|周刊|专题|调查|追踪|回访|后续|篮子|提示|服务台|公告栏|曝光台|图片|影像|镜头|图说|光影|定格|数字|数读|巡礼|掠影|见闻|纪行|行思|思考|探索|实践|研究)[①-⑳]?$"
)
TIME_OPENING_RE = re.compile(
    r"^(?:\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{1,2}日|\d{4}年|近日|日前|连日来|昨天|昨日|今天|昨晚|今晨|前天|目前|近年来|去年|今年|本周|上周|从[今明昨本即][天日晨起月]|即日起|今起|明天|明日|明晨|今晚|今晨|前晚|前日|本月|下月|上月|入[春夏秋冬]|日内|记者|最近|前不久|初[春夏秋冬]|[春夏秋冬]日)"
)
CAPTION_RE = re.compile(
    r"^(?:\d{1,2}月\d{1,2}日|昨天|昨日|日前|近日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日).{0,26}(?:正在?|在|举行|拍摄|迎来)"
)

# What the last word of a short line names, tried in this order.
LAST_WORDS = (
    (
        "prize",
        re.compile(
            r"^(?:优秀|先进|最佳|模范)\S{1,8}$|(?:奖|[组类级]|第[一二三]名)\s*(?:（\S{1,6}[名个项件篇幅]）)?：?$"
        ),
    ),
    (
        "office",
        re.compile(
            r"(?:公司|中心|[政市县省区院厅处]府|委员会|[局厅署处院站所社厂店]|办公室|编辑部|[协商学工联]会|大队|支队)$"
        ),
    ),
    ("place", re.compile(r"[县市区镇乡村街省州]$")),
)

# (kind, pattern, longest line it is tried on): the first that matches names the line, before the byline grammar ...
KINDS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("from", FROM_RE, 20),
    ("to", TO_RE, 20),
    ("deck_label", DECK_LABEL_RE, 10),
    ("title", TITLE_RE, 14),
    ("box_label", BOX_LABEL_RE, 30),
    ("furniture", FURNITURE_RE, 130),
    ("note", NOTE_RE, 80),
    ("salutation", SALUTATION_RE, 20),
    ("pointer", POINTER_RE, 400),
    ("bracketed", BRACKETED_RE, 20),
)
# ... and after it.
LATE_KINDS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("date", DATE_LINE_RE, 44),
    ("masthead", MASTHEAD_RE, 16),
    ("bullet", BULLET_RE, 4000),
    ("numbered", NUMBERED_RE, 4000),
    ("dash", DASH_TITLE_RE, 4000),
    ("speaker", SPEAKER_RE, 40),
    ("row", ROW_RE, 70),
    ("parenthesis", PARENTHESIS_RE, 40),
    ("pen_name", PEN_NAME_RE, 7),
)
