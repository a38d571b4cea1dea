"""The units that newspapers count and measure in, and the one name each goes by."""

from __future__ import annotations

import re

# What the unit is called in the archive: the names it is printed by. Magnitudes (万, 亿) belong to the number.
MEASURES = {
    "元": "元人民币 人民币元 块钱 元 圆",
    "美元": "美元 美金",
    "欧元": "欧元",
    "英镑": "英镑",
    "日元": "日元",
    "韩元": "韩元",
    "卢布": "卢布",
    "港元": "港元 港币",
    "公里": "公里 千米 km KM",
    "米": "米",
    "厘米": "厘米 公分 cm",
    "毫米": "毫米 mm",
    "微米": "微米",
    "纳米": "纳米",
    "海里": "海里",
    "平方公里": "平方公里 平方千米",
    "平方米": "平方米 平米 m²",
    "公顷": "公顷",
    "亩": "亩次 亩",
    "立方米": "立方米 立方 方水",
    "公里/小时": "公里每小时 公里/小时 千米每小时 千米/小时 km/h",
    "元/吨": "元每吨 元/吨",
    "元/公斤": "元每公斤 元/公斤 元/千克",
    "元/平方米": "元每平方米 元/平方米 元/㎡",
    "立方米/秒": "立方米每秒 立方米/秒",
    "吨": "吨标准煤 吨标煤 吨",
    "公斤": "公斤 千克 kg",
    "斤": "斤",
    "克": "克",
    "毫克": "毫克",
    "微克": "微克",
    "升": "升",
    "毫升": "毫升",
    "千瓦时": "千瓦时 度电",
    "千瓦": "千瓦",
    "兆瓦": "兆瓦",
    "千伏": "千伏",
    "摄氏度": "摄氏度 ℃",
    "度": "度",
    "标准箱": "标准箱 标箱 TEU",
    "GB": "GB",
    "TB": "TB",
    "兆": "兆",
    "赫兹": "赫兹",
    "英寸": "英寸",
    "%": "%",
    "‰": "‰",
    "百分点": "个百分点 百分点",
    "倍": "倍",
    "折": "折",
    "番": "番",
    "岁": "周岁 岁",
    "年": "年",
    "周年": "周年",
    "个月": "个月",
    "周": "周 星期 个星期 个周",
    "天": "昼夜 天",
    "工作日": "个工作日",
    "小时": "个多小时 个小时 小时 个钟头",
    "分钟": "分钟",
    "秒": "秒钟 秒",
    "世纪": "个世纪",
    "课时": "课时 学时",
    "分": "分",
    "人次": "人次",
    "架次": "架次",
    "车次": "车次 辆次",
    "班次": "班次",
    "场次": "场次",
    "件次": "件次",
    "户次": "户次",
    "家次": "家次",
}
# Counted things go by their measure word, but for people, who have several.
PEOPLE = "人 名 位 口人"
COUNTS = """
个 家 户 场 件 项 次 座 条 种 类 所 台 辆 套 部 篇 幅 张 本 册 栋 幢 间 架 艘 列 趟 批 支 组 款 层 股 笔 票 份 封 门
只 头 匹 株 棵 颗 粒 朵 尾 羽 杯 瓶 盒 箱 袋 桶 碗 道 桌 堂 轮 起 例 宗 桩 处 片 块 段 根 对 双 枚 顶 把 字 步 床 席
张床位 省份 班 口井 遍 圈 环节 门类 首 句 盏 面旗 餐 针 剂 剂次 声
"""
# Nouns that stand beside an Arabic figure without a measure word: 4地, 12国, 31省.
NOUNS = "省份 省市 县市 省 市 县 区 镇 乡 村 国 地 馆 校 城"
# What follows tells that the sign is no unit here: 3名单 is no 3名, 三部门, 三次产业, 5元旦.
NOT_BEFORE = {
    "元": "旦月素宵首",
    "名": "单称字录",
    "位": "于置列",
    "条": "件例",
    "项": "目",
    "次": "序日级要数产",
    "场": "地所馆景",
    "座": "谈椅位落",
    "头": "部条等脑",
    "台": "湾阶州风账",
    "部": "分门队长署委",
    "套": "餐路利",
    "所": "有在谓以需属长",
    "年": "级代初底末度版",
    "周": "边末",
    "天": "空津",
    "家": "庭长乡具电畜园",
    "个": "体",
    "度": "假过",
    "层": "级面",
    "口": "岸径",
    "道": "路德理",
    "班": "子长车",
    "批": "准发示复",
    "类": "似型别",
    "组": "织长成",
    "地": "区方铁块处形",
    "市": "场民长",
    "国": "家际内",
    "村": "民",
    "区": "域块",
    "米": "饭面",
    "分": "之别支公局行校享布析店为成管类配工组级区数会院厂值",
    "首": "先",
    "城": "市",
    "校": "园",
    "处": "于理",
    "起": "来",
    "把": "握",
    "对": "于",
    "双": "方",
    "张": "家",
    "段": "时",
    "声": "音",
    "门": "口",
    "亩": "产",
    "例": "如",
    "本": "地报科身",
    "字": "号",
    "步": "行",
    "倍": "增受感",
    "人": "民均员类才工大生",
    "兆": "瓦",
    "斤": "斤",
    "升": "级",
    "折": "叠",
}
NAMES = {printed: name for name, names in MEASURES.items() for printed in names.split()}
NAMES |= dict.fromkeys(PEOPLE.split(), "人") | {printed: printed for printed in COUNTS.split()}
NAMES |= {printed: printed for printed in NOUNS.split()}
# Of these one may say 一 and mean it: 一亩, 一倍; 一个, 一年 are but an article.
MEASURED = frozenset(
    name for name in MEASURES if name not in ("年", "天", "周", "小时", "分", "分钟", "秒", "度", "个月", "世纪")
)


def pattern(names: object) -> str:
    """An alternation of unit names, longest first, none of which stands before what makes it another word."""
    printed = sorted(dict.fromkeys(names), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(name) + (f"(?![{NOT_BEFORE[name]}])" if name in NOT_BEFORE else "") for name in printed)
