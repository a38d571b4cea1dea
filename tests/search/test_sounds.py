"""How names sound: surnames in their own reading, in either script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import sounds

# One name a surname; all made up.
NAMES = """
    仇小方:qiu_xiao_fang 解语:xie_yu 单立文:shan_li_wen 查良:zha_liang 曾小雨:zeng_xiao_yu 区志强:ou_zhi_qiang
    尉迟安:yu_chi_an 万俟安:mo_qi_an 长孙明:zhang_sun_ming 盖小平:ge_xiao_ping 徐坊:xu_fang 欧阳予:ou_yang_yu
    兰若:lan_ruo 尉遲玄:yu_chi_xuan 單立文:shan_li_wen 區志強:ou_zhi_qiang 萬俟安:mo_qi_an 樂正安:yue_zheng_an
    乐正安:yue_zheng_an 乐安平:yue_an_ping 朴顺姬:piao_shun_ji 任重山:ren_zhong_shan 华锋:hua_feng 缪珊:miao_shan
    乜小红:nie_xiao_hong 员江:yun_jiang 折家强:she_jia_qiang 逄春阶:pang_chun_jie 宓盈婷:mi_ying_ting
    覃小方:qin_xiao_fang
    翟冬青:zhai_dong_qing 繁明:po_ming 黑明:he_ming 秘山:bi_shan 种明:chong_ming 召明:shao_ming 隗明:wei_ming
    薄云:bo_yun 重云:chong_yun 都云:du_yun 句云:gou_yun 阚云:kan_yun 藏云:zang_yun 适云:kuo_yun 粘云:nian_yun
    能云:nai_yun 尉云:wei_yun 石云:shi_yun 盛云:sheng_yun 车云:che_yun 单于飞:chan_yu_fei 澹台飞:tan_tai_fei
    令狐飞:ling_hu_fei 鲜于飞:xian_yu_fei 吕方:lv_fang 单于:shan_yu 阿依努尔·艾山:a_yi_nu_er_ai_shan
"""


@pytest.mark.parametrize(("name", "read"), [item.split(":") for item in NAMES.split()])
def test_it_reads_surnames_as_surnames(name, read):
    assert sounds.pinyin(name) == read.replace("_", " ")


def test_it_leaves_foreign_names_their_letters():
    assert sounds.pinyin("Anna Lee") == "anna lee"
    assert sounds.initials(sounds.pinyin("Anna Lee")) == "al"


def test_it_reads_other_texts_by_their_words():
    assert sounds.syllables("重庆日报") == "chong qing ri bao"
    assert sounds.syllables("区情") == "qu qing"  # no surname here


@pytest.mark.parametrize(("name", "read"), [("覃小方", "tan xiao fang"), ("仇小方", "chou xiao fang"), ("徐坊", "")])
def test_it_knows_what_else_a_surname_is_read(name, read):
    assert sounds.also_read(name) == read


@pytest.mark.parametrize("typed", ["lv fang", "Lü Fang", "lǚ fāng", "LYUFANG", "lu fang", "ｌｖｆａｎｇ"])
def test_it_compares_however_it_was_typed(typed):
    assert sounds.sound_of(typed) == sounds.sound_of(sounds.pinyin("吕方"))


@pytest.mark.parametrize(
    ("key", "name"), [("徐坊（摄影）", "徐坊"), ("徐坊(江州)", "徐坊"), ("徐坊", "徐坊"), ("（甲）", "（甲）")]
)
def test_it_takes_the_note_off_a_key(key, name):
    assert sounds.bare_name(key) == name


@given(st.text(max_size=30))
def test_it_never_raises(text):
    assert sounds.sound_of(sounds.pinyin(text)).isprintable()
    sounds.also_read(text)
    sounds.initials(sounds.pinyin(text))
    sounds.bare_name(text)
