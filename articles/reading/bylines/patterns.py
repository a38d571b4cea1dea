"""Patterns of bylines, datelines and credits, for plain text; their samples are in tests/reading/test_patterns.py."""

from __future__ import annotations

import re

from articles.reading.bylines.surnames import COMMON_SURNAMES, CURRENT_SURNAMES

HAN = "[\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003ffff]"
LETTER = f"[A-Za-z0-9·{HAN[1:]}"
# A sign in the name of a paper or a station; such words open running text or another part of a byline.
PROPER = f"(?![的了在从向对被把将与及于据]|记者|通讯员|本报|新华社){LETTER}"

# -- names ------------------------------------------------------------------------------------------------------------
HAN_RE = re.compile(f"{HAN}+")
DOTTED_NAME_RE = re.compile(f"{HAN}{{1,10}}(?:·{HAN}{{1,12}})+")
NAME_SEGMENT_RE = re.compile("[^、，；&＆]*[^、，；&＆ ][^、，；&＆]*")
NOT_BLANK_RE = re.compile("[^ ]+")
# How places, bodies and words for kinds of things end: 石桥镇, 金属性.
PLACE_END_RE = re.compile("[市县区镇乡村路街局厅馆院店厂站社党部省州府会员者家性化率法型类式队门岛湖港]$")
# What an editor types between signs, where it is no name by the rules: kept as it is.
TYPED_NAME_RE = re.compile(r"[^、，,;；\s（）()【】\[\]](?:[^、，,;；（）()【】\[\]]*[^、，,;；\s（）()【】\[\]])?")

# -- roles ------------------------------------------------------------------------------------------------------------
_CAREFUL_RANK = "首席|见习|实习|特约|特派|特邀|资深|摄影"
_RANK = (
    f"{_CAREFUL_RANK}|高级|全媒体?|融媒体?|新媒体|本土|摄像|文字|视频|图片|新闻|体育|财经|经济|时政|政治|港闻|要闻|国际"
    "|社会|教育|文化|法治|军事|民生|小|校园|大?学生|青年|少年|市民|乡村|驻村|驻站|专职|兼职|客座|前方|随队|随军|战地|区域|主任|热线"
)
_REPORTER = (
    "记者|通讯员|通信员|报道员|评论员|观察员|信息员|实习生|拍友|摄影师|摄影家|摄影爱好者|撰稿[人员]?|主笔|采编|摄像师"
    "|航拍手"
)
# Whoever calls, writes in or works at the desk; these are everyday words too.
_CALLER = (
    "读者|网友|作者|市民|村民|学生|学员|编辑|主持人|主播|画家|漫画家|志愿者|执笔人|讲述人|主讲人|口述人|整理人|采访人|译者"
    "|调研组成员|策划|统筹|监制|特约摄影"
)
_POSTED = f"[驻赴]{HAN}{{1,8}}?(?:{_RANK})?"
_ROLE = f"(?:{_POSTED}|(?:{_RANK}){{0,3}})(?:{_REPORTER})(?:[/、](?:记者|编辑|摄影|编导|主播))?"
ROLE_RE = re.compile(f"{_ROLE}|(?:实习|见习)?(?:{_CALLER})")
# Inside a run of characters only these begin a role: 余建通讯员, 黄婉婷杨春记者孙宝.
GLUED_ROLE_RE = re.compile(f"(?:{_CAREFUL_RANK})?(?:记者|通讯员|实习生|拍友|报道员)")
CALLER_RE = re.compile(f"(?:实习|见习)?(?:{_CALLER})")
# Roles that sign without a name: 本报评论员.
NAMELESS_ROLE_RE = re.compile("(?:特约|首席|本土)?(?:评论员|观察员)|(?:特约|首席)?记者|通讯员")

# -- affiliations -----------------------------------------------------------------------------------------------------
_HOUSE = (
    "本报|本刊|本网|本台|本社|本站|新华社|新华网|中新社|中新网|人民日报|人民网|光明日报|央视新闻(?:客户端)?|央视网|央视|法新社|路透社"
    "|美联社|塔斯社|共同社|埃菲社|安莎社|俄新社|韩联社"
)
_OUTLET = (
    "日报社?|晚报|早报|晨报|时报|商报|导报|快报|都市报|青年报|周报|周刊|新报|报业集团|电视台|广播电视台|电台|融媒体中心"
    "|传媒中心|传媒集团|全媒体中心|新闻传媒中心|新闻网|新闻中心|新闻客户端|客户端|在线|新闻|融媒|频道|频率|通讯社|报社|报|网|台|社"
)
_STATION = f"{HAN}{{1,12}}?(?:记者站|报道组|分社|融媒体中心|传媒中心|传媒集团|全媒体中心|广播电视台)"
AFFILIATION_RE = re.compile(
    f"《[^《》]{{2,16}}》(?= ?(?:{_ROLE}))|本报{HAN}{{1,6}}?(?:记者站|分社)|共享联盟·?{HAN}{{2,6}}(?= )"
    f"|{_STATION}(?= {HAN}|{_ROLE})|(?:{_HOUSE})(?:{HAN}{{2,4}}分社)?"
    f"|(?:{PROPER}){{1,14}}?(?:{_OUTLET})(?= ?(?:{_ROLE}))"
)
# Inside a run: the papers and stations that are named after these words, and any in 《》.
_NATIONAL = "中央|中国|国际|全国|解放军|光明|经济|科技|工人|农民|法制|法治|北京|上海|广州|香港"
GLUED_AFFILIATION_RE = re.compile(
    f"(?:(?:{_HOUSE})|(?:{_NATIONAL}){HAN}{{0,8}}?(?:{_OUTLET})|《[^《》]{{2,16}}》)(?={_ROLE})"
)
STATION_RE = re.compile(f"{_STATION}|共享联盟·?{HAN}+")
# Who may stand in brackets behind a picture credit: 影像中国, 新华社发, 江州图片社.
_PICTURE_HOUSE = (
    f"(?:影像|视觉){HAN}{{0,4}}|图片|图库|图片社|图片网|中国|传媒|图虫|摄影网|摄影家协会|日报|晚报|报|社|网|台"
)
PICTURE_AGENCY_RE = re.compile(
    f"(?P<agency>(?:{_HOUSE})|{LETTER}{{0,10}}(?:{_PICTURE_HOUSE}))(?:发|稿|供图|供稿|供片|照片|传真照片)?"
)
# A credit and what is noted behind it: a pointer to the picture or the house that it comes from.
NOTED_RE = re.compile("(?P<body>[^/].*?)(?:（(?P<note>[^（）]+)）|(?<=摄) ?/ ?(?P<house>[^/（） ]{2,14}))")
_POINTER = (
    "(?:数码)?传真照片|新闻照片|资料图片?|资料照片|附图片?|[上下左右中本大小前后]图|图[①-⑨一二三四五六\\d]"
    "|[左右上下][一二三四]"
)
POINTER_RE = re.compile(_POINTER)
POINTER_BRACKET_RE = re.compile(f" ?（(?:{_POINTER})）$")

# -- actions ----------------------------------------------------------------------------------------------------------
_ACT = (
    "摄影|摄像|摄制|拍摄|航拍|翻拍|摄|供图|供稿|提供|制图|制表|绘图|绘制|绘画|绘|篆刻|插图|插画|漫画|题图|配图|作图|配文|图片来源"
    "|图片|照片|图表|图源|视频|音频|(?:资料)?整理|采写|采访|撰文|撰写|执笔|编译|翻译|编写|讲述|口述|自述|记录|报道|报导|文字"
)
_ONE_SIGN_ACT = "文|图|画|书|作|译|摘|著"
_ANY_ACT = f"{_ACT}|{_ONE_SIGN_ACT}"
_COMPOUND = (
    f"(?:{_ANY_ACT})(?: ?[/、并&] ?(?:{_ANY_ACT}))+|(?:图文|文图)"
    f"|(?:综合|编辑)?(?:{_ACT})(?:(?:{_ACT})|[/、](?:{_ANY_ACT}))*"
)
_CITIES = (
    "北京|上海|天津|重庆|香港|澳门|台北|杭州|宁波|温州|绍兴|嘉兴|湖州|金华|台州|丽水|衢州|舟山|南京|苏州|无锡|广州|深圳"
    "|珠海|武汉|长沙|成都|西安|郑州|济南|青岛|沈阳|大连|哈尔滨|长春|福州|厦门|南昌|合肥|太原|昆明|贵阳|南宁|海口|兰州"
    "|乌鲁木齐|拉萨|呼和浩特|东京|首尔|汉城|莫斯科|伦敦|巴黎|柏林|纽约|华盛顿|日内瓦|布鲁塞尔|悉尼|新加坡|曼谷|开罗|迪拜"
)
_USUAL = "".join(sorted({*COMMON_SURNAMES, *CURRENT_SURNAMES}))
# 何蔚 临江报道, 江州市报道: a place by its ending, or what begins with no usual surname.
_PLACE_TOLD = f"(?<= )(?:{HAN}{{1,3}}[市县区镇乡村州]|(?![{_USUAL}]){HAN}{{2,3}})(?:摄影)?报道(?=[ ：，）]|$)"
_SHARED = f"(?:{_CITIES})(?:摄影)?报道|发自{HAN}{{2,8}}|参与(?:采写|采访|报道|拍摄|整理|调研|策划)|对本?文?亦?有贡献"
_AFTER_ACT = f"(?=$|[^{LETTER[1:-1]}]|(?:{_HOUSE})|{_ROLE})"
# With a boundary after it; or, where a word may begin, a plain word glued to the name that follows it.
ACTION_RE = re.compile(
    f"(?:{_SHARED}|{_COMPOUND}|{_ONE_SIGN_ACT}){_AFTER_ACT}|{_PLACE_TOLD}"
    f"|(?:摄影|供图|制图|采写|撰文|口述)(?={HAN}{{2,4}}(?: |$))"
)
# Inside a run; whether a lone 文 or 图 there belongs to the name is for the tokeniser to say.
GLUED_ACTION_RE = re.compile(
    f"(?:{_SHARED}|(?:综合)?(?:{_ACT})(?:(?:{_ACT})|[/、](?:{_ANY_ACT}))*|(?:[文图书作摘]|(?<![版油国漫年壁墨粉])画)(?:[/、并](?:{_ANY_ACT}))*)"
    f"{_AFTER_ACT}"
)
PICTURE_ACTION_RE = re.compile("摄|拍|图|照片|[画绘作刻]|视频|^发$|提供|供稿")
TEXT_ACTION_RE = re.compile(
    "文|著|采写|采访|整理|编译|译|撰|执笔|(?<!摄影)(?<!摄影[/、])报道|报导|讲述|口述|记录|贡献|书"
)
# Words after which, or before which, an institution may stand for a name; the first need no colon.
GIVEN_BY_RE = re.compile("供图|图源|图片来源")
GIVING_RE = re.compile("供图|提供|供稿|^图$|图片来源|图片|照片|图源|制图|绘图|图表|视频")
TELLING_RE = re.compile("讲述|口述|自述|供图|提供|摄")
# Nouns that may name what the next one did: `记者 张三 摄影 李四`.
NOUN_ACTION_RE = re.compile("摄影|摄像|视频|制图|漫画|图片|文字|插图|绘图|航拍")
BRACKETED_ACTION_RE = re.compile(
    f"（(?P<action>文|图|摄|摄影|文/图|图/文|文/摄|口述|讲述|整理|采写|供图|插图|执笔)）(?=[ 、，]|$|{HAN})"
)
_OFFICE = "书记|主任|[市县区镇乡村局处科院校所站队会社馆厂班]长|经理|教授|代表|队员|会员|医生|民警|老师"
OFFICE_AND_NAME_RE = re.compile(f"(?P<role>{LETTER}{{2,24}}?(?:{_OFFICE})) ?(?P<name>{HAN}{{2,4}})")
INSTITUTION_RE = re.compile(
    "企业|公司|集团|学院|学校|大学|中学|小学|医院|银行|协会|学会|中心|街道|社区|委员会|委会|政府|单位|影像|视觉|中国$"
    "|^[A-Za-z]{2}|[A-Za-z]{2}$|[局馆厅部院所社网台站处办委队厂店园区镇乡村县市方者组]$"
)
CALLING_AND_NAME_RE = re.compile(
    f"(?P<role>{HAN}{{1,14}}(?:[师员家者人手长生士]|干部|教授|书记|总监|经理|主任)) (?P<name>{HAN}{{2,4}}|{HAN} {HAN})"
)
UNIT_AND_NAME_RE = re.compile(
    f"(?P<unit>{HAN}{{2,16}}?(?:[省市县区镇乡村局院厂校组]|街道|社区|公司|大学|中学|小学|大队|公社))"
    f"(?P<role>农民|村民|居民|市民|读者|教师|学生|职工|工人|干部|社员|战士|学员)? (?P<name>{HAN}{{2,4}}|{HAN} {HAN})"
)
POLITE_NAME_RE = re.compile(f"{HAN}{{1,2}}(?:先生|女士|小姐|大爷|大妈|阿姨|师傅)")
UNIT_END_RE = re.compile("[省市县区镇乡村局院厂部处站所校司委队社会团行]|公司|大学|政府|中心")

# -- whole lines ------------------------------------------------------------------------------------------------------
STOCK_RE = re.compile(f"(?P<house>{_HOUSE})?(?P<stock>(?:资料|历史)(?:图片|照片|图)|效果图|示意图|网络图片|视频截图)")
ISSUED_RE = re.compile(
    f"(?P<agency>{_HOUSE})(?P<action>发|稿|供稿|供图|照片|传真照片)"
    f"(?: ?（?(?:{_HOUSE})(?:照片|图片)?）?| ?（(?P<inner>[^（）]+)）| (?P<open>[^（）]+))?"
)
PICTURES_BY_RE = re.compile(
    "(?:(?:本[组版文栏]|以上|文中|上述|全部|压题|附)?(?:图片|照片|资料图片|图(?=[均皆由]))(?:均|皆|全部)?[由为]"
    "|(?:本[组栏]|压题|附)(?:图片?|照片)：) ?(?P<rest>.+)"
)
COMPILED_RE = re.compile("综合 ?(?P<rest>.+报道)")
SOURCE_RE = re.compile("来源： ?(?P<rest>.+)")
# Lines that staff a page or sign off without a writer's name; the second only where no reporter is named.
NO_BYLINE_RE = re.compile(
    "责任?编|版式|版面|校对|美编|组版|编委|编审|值班|审读|本版(?!图片|照片)|作者[为系是]|作者单位"
    "|^（?据(?![新中法路美塔共]|本报)|^—|编辑部|待续|(?:数据|资料)来源|报道见|主编"
)
STAFF_RE = re.compile("编辑[：/ ]|视觉[：/ ]|统筹|策划|监制")
SENTENCE_RE = re.compile("[。！？“”‘’…—%％+＋=#@_<>~～!?\"']")
# A line without any of these is at most a list of names.
KEYWORD_RE = re.compile("[者员友生摄图供影提发稿电讯文理写述译绘画贡刻作摘撰]|报道|报导|视频|主笔|联盟|中心|制表")

# -- datelines --------------------------------------------------------------------------------------------------------
_NUMBER = "[一二三四五六七八九十廿卅元〇零]{1,3}"
_DATE = f"[今昨]日|(?:\\d{{2,4}}年)?\\d{{1,2}}月\\d{{1,2}}日|\\d{{1,2}}日|(?:{_NUMBER}月)?{_NUMBER}日"
_AGENCY = f"(?:{_HOUSE}|(?:{PROPER}){{0,10}}?(?:报|社|网|台|在线|客户端|新闻(?!客户端)|传媒))"
_PLACE_SIGN = f"(?![了在从向对被把将与及于据]|记者)[·{HAN[1:]}"
_PLACE = f"(?!{_NUMBER}月)(?:{_PLACE_SIGN}){{1,12}}?(?:[、—](?:{_PLACE_SIGN}){{2,8}}?)?"
_WIRE = "(?:新媒体)?(?:专|急|特|快|综合)?(?:电|讯)|快讯|消息|综合消息|(?:微|专)?特稿|专稿"
# 电话, 讯息: with a date before it, anything else may follow.
_NO_WORD = "(?![话视力影子脑员息问号])"
# Without a date 讯 and 电 may be halves of words: 本报讯, but 本报讯员; 新华社电 （记者….
DATELINE_RE = re.compile(
    f"(?:据|综合)?(?P<agency>{_AGENCY}) ?(?:(?P<place>{_PLACE}) ?)?(?P<date>{_DATE}) ?(?:{_WIRE}){_NO_WORD}"
    f"|(?:据|综合)?(?P<agency2>{_HOUSE}|(?:{PROPER}){{0,8}}?(?:报|社|网|台|在线|客户端|新闻(?!客户端))) ?"
    f"(?P<place2>(?:{_PLACE_SIGN}){{2,6}}?)??(?:(?<![通资简音喜])(?:专|快|综合)?讯(?![员息问号])"
    "|专?电(?=[ （［【“”】）〕：]|$)|综合消息|消息(?=[ （【：]|$)"
    "|(?:供本报)?(?:[微专]?特稿|专特?稿)(?=$|[）】])|综合报道(?=[】 （：]))"
)
# A dispatch that opens with its writer: 特派记者 何蔚 1月8日临江电, 本报驻埃及记者何蔚开罗1月8日电.
SENT_BY_RE = re.compile(
    f"(?P<by>(?:(?:{_HOUSE}) ?)?{_ROLE} ?{HAN}(?:[{HAN[1:-1]}·、 ]){{1,14}}?) ?"
    f"(?:(?P<date>{_DATE}) ?(?P<place>{HAN}{{2,6}}?)?|(?P<place2>(?<= ){HAN}{{2,6}}?|{_CITIES}) ?(?P<date2>{_DATE}))"
    f" ?(?:专|急)?(?:电|讯){_NO_WORD}"
)
DATELINE_START_RE = re.compile("[据综本新中人]|.{0,14}[报社网台线端闻媒]")

# -- paragraphs -------------------------------------------------------------------------------------------------------
# Words that open the running text after a byline without brackets: `胡锦近日，随着…`, `张小明走进车间`.
TEXT_OPENING_RE = re.compile(
    "近日|日前|连日来|近年来?|今天|昨天|昨日|今日|昨晚|今晨|今早|前天|当天|当日|今年|去年|上周|本周|目前|随着|面对|正值"
    f"|截至|据悉|最近|上午|下午|凌晨|傍晚|春节|[从在](?={HAN}{{3}})|了解到|获悉|走进|来到|看到|见到|发现|探访|采访了"
    "|受(?!访)(?=.{3})|“"
)
# For printed text, to turn most paragraphs away at once.
LEAD_SIGN_RE = re.compile("[电電讯訊]|消息|[记記]者|通[讯訊][员員]|特稿|综合|綜合")
OPEN_BYLINE_RE = re.compile(f"(?:(?:{_HOUSE}) ?|(?:{PROPER}){{1,14}}?(?:{_OUTLET}) ?)?(?:{_ROLE})")
TAIL_BRACKET_RE = re.compile(
    r"[（［(\[【〔]([^（）［］()\[\]【】〔〕]{2,100}(?:[（(][^（）()]{1,14}[）)])?)[）］)\]】〕]$"
)
TAIL_BYLINE_RE = re.compile(f"(?<= )(?:(?:{_HOUSE})|{_ROLE})")
