"""Every pattern of the byline grammar, with plain text that it must match and, for some, must not."""

import re

import pytest

from articles.reading.bylines import patterns

SAMPLES = {
    "HAN_RE": ["陈䶮", "〇"],
    "DOTTED_NAME_RE": ["古丽巴哈尔·艾力", "让·杜邦"],
    "NAME_SEGMENT_RE": ["何 禾 申志林"],
    "NOT_BLANK_RE": ["申志林"],
    "PLACE_END_RE": ["石桥镇", "高新区"],
    "TYPED_NAME_RE": ["Anna Lee", "李"],
    "ROLE_RE": ["记者", "首席记者", "驻埃及记者", "全媒体见习记者", "特约撰稿人", "实习生", "记者/编辑", "读者"],
    "GLUED_ROLE_RE": ["记者", "见习记者", "通讯员"],
    "CALLER_RE": ["读者", "实习编辑"],
    "NAMELESS_ROLE_RE": ["评论员", "特约评论员", "记者"],
    "AFFILIATION_RE": ["本报", "新华社", "本报鹿山记者站", "新华社江州分社"],
    "GLUED_AFFILIATION_RE": [],
    "STATION_RE": ["本报鹿山记者站", "临溪县委报道组", "共享联盟·鹿山"],
    "PICTURE_AGENCY_RE": ["影像中国", "新华社发", "江州图片社", "人民视觉"],
    "POINTER_RE": ["右图", "图①", "资料图片", "传真照片"],
    "POINTER_BRACKET_RE": [" （右图）", "（图二）"],
    "ACTION_RE": ["摄", "文/摄", "摄影报道", "采访整理", "供图", "文、视频", "对本文亦有贡献", "发自江州", "北京报道"],
    "GLUED_ACTION_RE": ["摄", "整理", "文/摄"],
    "PICTURE_ACTION_RE": ["摄", "图", "画", "发"],
    "TEXT_ACTION_RE": ["文", "报道", "整理"],
    "GIVEN_BY_RE": ["供图"],
    "GIVING_RE": ["供图", "提供"],
    "TELLING_RE": ["讲述"],
    "NOUN_ACTION_RE": ["摄影", "漫画"],
    "BRACKETED_ACTION_RE": ["（文）", "（文/图）"],
    "OFFICE_AND_NAME_RE": ["枫桥社区党总支书记刘珍", "摄影协会会员 张舟"],
    "INSTITUTION_RE": ["受访企业", "江州博物馆", "云栖街道", "CFP"],
    "CALLING_AND_NAME_RE": ["心理咨询师 沐 阳"],
    "UNIT_AND_NAME_RE": ["临溪东城区 齐满", "松涧县上窑村农民 路青", "石门大队社员 鲁秉义"],
    "POLITE_NAME_RE": ["林先生", "欧阳女士"],
    "UNIT_END_RE": ["县", "公司"],
    "STOCK_RE": ["资料图片", "资料照片", "示意图"],
    "ISSUED_RE": ["新华社发", "新华社发（徐昱摄）", "中新社发 张茵 摄", "新华社发美联社照片"],
    "PICTURES_BY_RE": ["图片均由江州博物馆提供", "压题照片：王勇摄"],
    "COMPILED_RE": ["综合本报记者王小珏、曹玲报道"],
    "SOURCE_RE": ["来源：江潮客户端 拍友 姚峰"],
    "NO_BYLINE_RE": ["责任编辑：吴梧", "作者为本报记者", "据临溪新闻客户端"],
    "STAFF_RE": ["编辑：吴梧", "统筹"],
    "SENTENCE_RE": ["。", "“"],
    "KEYWORD_RE": ["记者", "通讯员", "摄", "供图"],
    "DATELINE_RE": [
        "本报湖州1月8日电",
        "据新华社联合国2月4日电",
        "临溪日报舟山9月15日电",
        "江潮在线4月28日消息",
        "江潮在线杭州9月18日快讯",
        "新华社北京五月九日电",
        "本报讯",
        "晚报讯",
        "中国江潮网讯",
        "新华社电",
        "本报综合消息",
        "新华社微特稿",
    ],
    "NOTED_RE": ["蒙小德摄（影像中国）", "蒙小德 摄/影像中国"],
    "SENT_BY_RE": ["特派记者 何蔚 1月8日临江电", "本报驻埃及记者何蔚开罗1月8日电"],
    "DATELINE_START_RE": ["据", "江潮网"],
    "TEXT_OPENING_RE": ["近日", "连日来", "从有关部", "走进"],
    "LEAD_SIGN_RE": ["電", "訊", "记者"],
    "OPEN_BYLINE_RE": ["记者", "潮江客户端 记者", "本报记者"],
    "TAIL_BRACKET_RE": ["(徐能 谢会 摄)", "（新华社记者徐昱摄）"],
    "TAIL_BYLINE_RE": [],
}
# Patterns that look at what stands around them: the text, and what of it they match.
IN_CONTEXT = [
    ("AFFILIATION_RE", "临溪日报记者", "临溪日报"),
    ("AFFILIATION_RE", "《江港报》记者", "《江港报》"),
    ("AFFILIATION_RE", "江潮客户端 记者", "江潮客户端"),
    ("GLUED_AFFILIATION_RE", "刘建中央人民广播电台记者", "中央人民广播电台"),
    ("GLUED_AFFILIATION_RE", "陈辉本报记者", "本报"),
    ("ACTION_RE", "摄影何小舟", "摄影"),
    ("TAIL_BYLINE_RE", "劳作 本报记者", "本报"),
]
NOT = [
    ("DATELINE_RE", "本报讯员"),
    ("DATELINE_RE", "社会各界通讯往来"),
    ("DATELINE_RE", "本报1月8日电视台"),
    ("DATELINE_RE", "新华社电报"),
    ("ACTION_RE", "摄氏度"),
    ("ACTION_RE", "文化"),
]


def names_of_patterns() -> set[str]:
    return {name for name, value in vars(patterns).items() if isinstance(value, re.Pattern)}


def test_it_has_a_sample_of_every_pattern():
    assert names_of_patterns() == set(SAMPLES)
    assert all(SAMPLES[name] or any(name == other for other, *_ in IN_CONTEXT) for name in SAMPLES)


@pytest.mark.parametrize(("name", "sample"), [(name, sample) for name in SAMPLES for sample in SAMPLES[name]])
def test_it_matches_its_sample(name, sample):
    assert getattr(patterns, name).search(sample)


@pytest.mark.parametrize(("name", "text", "matched"), IN_CONTEXT)
def test_it_matches_in_its_context(name, text, matched):
    assert getattr(patterns, name).search(text)[0] == matched


@pytest.mark.parametrize(("name", "text"), NOT)
def test_it_does_not_match_half_a_word(name, text):
    assert not getattr(patterns, name).match(text)
