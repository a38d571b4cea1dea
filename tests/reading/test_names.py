"""Names in runs of characters: separated, padded, joined, of minorities, and what is never one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.bylines.names import Trust, split_names
from articles.reading.bylines.surnames import COMPOUND_SURNAMES, CURRENT_SURNAMES

READ = [
    ("何 禾 申志林", "何禾 申志林"),
    ("黎望舒高 远", "黎望舒 高远"),
    ("徐本桥李 舟", "徐本桥 李舟"),
    ("徐坊吴朗", "徐坊 吴朗"),
    ("邹静宋一苇", "邹静 宋一苇"),
    ("仇小辉周小宇张小宁", "仇小辉 周小宇 张小宁"),
    ("赵志文王桦", "赵志文 王桦"),
    ("雷 鸣 周 岩 国 栋 张守川 李 苇", "雷鸣 周岩 国栋 张守川 李苇"),
    ("曹玲、蒋云帆、申屠林", "曹玲 蒋云帆 申屠林"),
    ("何 蔚、林满", "何蔚 林满"),
    ("欧阳 明", "欧阳明"),
    ("夏 侯", "夏侯"),
    ("张 小明", "张小明"),
    ("王 一 一", "王一一"),
    ("柳知和", "柳知和"),
    ("和玉珍", "和玉珍"),
    ("丁致和李朗", "丁致和 李朗"),
    ("徐小昱和朱立川", "徐小昱 朱立川"),
    ("白玛央金", "白玛央金"),
    ("才让多杰", "才让多杰"),
    ("巴图朝鲁", "巴图朝鲁"),
    ("古丽娜孜·艾山", "古丽娜孜·艾山"),
    ("陈䶮", "陈䶮"),
    ("王㬎", "王㬎"),
    ("譚卓賢、閻鳳岐", "譚卓賢 閻鳳岐"),
    ("范徐丽泰", "范徐丽泰"),
]
NEVER = ["近日", "连日来", "记者", "江苏", "编辑部", "王老师", "方主任", "我们的家", "", " ", "、", "李", "abc", "8日"]
# Words that are names after 本报记者, and headlines or columns alone.
DOUBTFUL = ["江海", "方便", "高考", "安全", "金秋"]
WORDS = ["带货忙", "一等奖", "高质量发展", "江南好", "石桥镇", "马拉松", "水韵江南", "温情接力", "万事俱备", "金沙江"]
SURNAMES = st.sampled_from([*"王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁谢唐许邓冯韩曹", *COMPOUND_SURNAMES])
GIVEN = st.text("明敏静丽强磊洋艳勇娟涛超霞桂英建斌浩博睿涵梓欣怡萱诗琪佳嘉俊鑫婷琳晶莹颖", min_size=2, max_size=2)
NAMES = st.builds(str.__add__, SURNAMES, GIVEN)
PADDED = st.tuples(st.sampled_from("王李张刘陈杨赵周吴徐孙胡朱郭罗"), st.sampled_from("敏静强磊洋涛超霞斌浩"))


def read(text: str, trust: Trust = Trust.KNOWN) -> str | None:
    names = split_names(text, trust)
    return " ".join(one.name for one in names) if names else None


@pytest.mark.parametrize(("text", "names"), READ)
def test_it_reads_names(text, names):
    assert read(text) == names


@pytest.mark.parametrize("text", NEVER)
def test_it_never_takes_for_a_name(text):
    assert all(read(text, trust) is None for trust in Trust)


@pytest.mark.parametrize("word", DOUBTFUL)
def test_it_takes_a_word_for_a_name_only_where_a_role_says_so(word):
    assert read(word) == word
    assert read(word, Trust.LIKELY) is None
    assert read(word, Trust.BARE) is None


@pytest.mark.parametrize("word", WORDS)
def test_it_takes_no_bare_word_for_a_name(word):
    assert read(word, Trust.BARE) is None


@pytest.mark.parametrize("name", ["梁石川", "诸葛棣", "次仁央宗", "古丽巴哈尔·艾力", "林鹤鸣"])
def test_it_takes_a_bare_name(name):
    assert read(name, Trust.BARE) == name


def test_it_takes_an_unknown_surname_only_where_told():
    assert read("阿尔丹克", Trust.LOOSE) == "阿尔丹克"
    assert read("阿尔丹克", Trust.KNOWN) is None


@pytest.mark.parametrize("separator", ["、", " ", "　", "，", "、 "])
@given(names=st.lists(NAMES, min_size=1, max_size=6))
def test_it_reads_separated_names_and_where_they_stand(separator, names):
    text = separator.join(names)
    spans = split_names(text)
    assert [one.name for one in spans] == names
    assert [text[one.start : one.end] for one in spans] == names


@given(names=st.lists(PADDED, max_size=7))
def test_it_pairs_padded_characters(names):
    text = " ".join(f"{surname} {given}" for surname, given in names)
    assert [one.name for one in split_names(text) or []] == ["".join(name) for name in names]
    assert all(text[one.start : one.end].replace(" ", "") == one.name for one in split_names(text) or [])


@given(text=st.text(alphabet=st.one_of(st.sampled_from("王李欧阳和 、·何文摄的卓玛　"), st.characters()), max_size=160))
def test_it_reads_any_text(text):
    for trust in Trust:
        for one in split_names(text, trust) or []:
            assert "".join(text[one.start : one.end].split()) == one.name


def test_it_knows_each_surname_once():
    assert not CURRENT_SURNAMES & set("王李张")
