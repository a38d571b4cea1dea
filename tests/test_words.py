"""Words: jieba's and rjieba's are the same, nothing is lost, and no cache is left where others could plant one."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import words
from articles.folding import fold

ROOT = Path(__file__).parent.parent
PROSE = (
    "江州市水利局昨日召开会议，部署今冬明春农田水利建设。会议指出，青石湾水库移民安置工作已近尾声，"
    "一千二百户移民将在春节前搬入新居。记者在现场看到，F16公路两侧的脐橙林郁郁葱葱，临溪镇的果农正忙着采摘，"
    "预计今年产量达3.5万吨，比去年增长12.8%。“过去走的是泥巴路，现在小汽车开到家门口。”村支书乐得合不拢嘴。"
    "中华人民共和国成立七十五周年之际，他从马上摔下来以后马上站起来，研究生命的起源，南京市长江大桥车水马龙。"
)
SEED = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
NO_RJIEBA = """
import sys
sys.modules["rjieba"] = None
from articles import words
print(words.words("水库移民在南京市长江大桥"), words.dictionary_version())
"""


def test_it_leaves_signs_out_and_keeps_long_words_with_the_words_inside():
    assert words.words("水库移民,f16。中华人民共和国") == [
        *("水库", "移民", "f16"),
        *("中华", "华人", "人民", "共和", "共和国", "中华人民共和国"),
    ]


@pytest.mark.parametrize("text", [PROSE, SEED], ids=["prose", "seed"])
def test_it_cuts_as_jieba_does(text, monkeypatch):
    mine = words.words(fold(text)), words.cut(text)
    plain, search, _ = words._jieba_segmenters()
    monkeypatch.setattr(words, "_plain", plain)
    monkeypatch.setattr(words, "_search", search)
    assert (words.words(fold(text)), words.cut(text)) == mine


@given(
    st.text(st.sampled_from("江州水库移民南京市长江大桥的了𠮷Ff16-.，。 \n“”臺ガ한"), max_size=30)
    | st.text(max_size=30)
)
def test_it_cuts_without_loss(text):
    assert "".join(words.cut(text)) == text


@given(st.text(max_size=30))
def test_it_sees_the_same_words_whatever_signs_stand_between(text):
    folded = fold(text)
    assert words.words(folded) == words.words(" ".join(run for run in words._RUN_RE.findall(folded)))


def test_it_falls_back_on_jieba_and_leaves_no_cache(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", NO_RJIEBA],
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    tokens = words.words("水库移民在南京市长江大桥")
    assert run.stdout.strip() == f"{tokens} {words.dictionary_version()}"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("word", ["水库", "移民", "徐坊", "临溪镇", "共同富裕", "建设", "扫黄打非", "f16"])
def test_it_knows_what_names_something(word):
    assert words.names_something(word)


@pytest.mark.parametrize("word", ["进行", "我们", "一个", "2024", "如今", "因为"])
def test_it_knows_what_names_nothing(word):
    assert not words.names_something(word)


def test_it_tells_nouns_as_jieba_does(monkeypatch):
    asked = sorted({word for word in words.words(PROSE) if len(word) > 1})
    mine = [words.names_something(word) for word in asked]
    monkeypatch.setattr(words, "_tagged", words._jieba_segmenters()[2])
    differing = [word for word, before in zip(asked, mine, strict=True) if words.names_something(word) != before]
    assert differing == []


@pytest.mark.parametrize("text", ["她穿和服买和服", "客商和服务员", "江州f16水库", "水库 移民", "", "F-16"])
def test_it_tells_whether_a_word_is_one_of_a_text(text):
    for word in {*words.words(text), "和服", "服务", "f16", "f", "16"}:
        assert words.holds_word(text, word) == (word in words.words(text))
