"""How names sound, in pinyin without tones: what a list is sorted by, and what a reader may type instead of a name."""

import re
from functools import cache

from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as readings

from articles.folding import fold, squeeze
from articles.reading.bylines.surnames import COMPOUND_SURNAMES

# 多音姓: surnames whose reading is not the commonest one of their characters.
_READINGS = """
    仇:qiu 解:xie 单:shan 查:zha 曾:zeng 区:ou 盖:ge 翟:zhai 乐:yue 覃:qin 洗:xian 朴:piao 缪:miao 繁:po 黑:he
    秘:bi 员:yun 种:chong 召:shao 佴:nai 隗:wei 祭:zhai 薄:bo 重:chong 都:du 角:jue 句:gou 阚:kan 郇:xun 乜:nie
    折:she 藏:zang 乘:sheng 适:kuo 弗:fei 粘:nian 卜:bu 任:ren 华:hua 逄:pang 宓:mi 尉:wei 能:nai 郗:xi 纪:ji 宁:ning
    晟:cheng 石:shi 盛:sheng 车:che 那:na 哈:ha 於:yu 甯:ning 谌:chen 瞿:qu 牟:mu 莘:shen 隽:juan 贲:ben 俱:ju
    过:guo 相:xiang 宿:su 燕:yan 应:ying 令:ling 冼:xian 佘:she 厍:she 撒:sa 眭:sui 褚:chu 柏:bai 费:fei 葛:ge
    尉迟:yu+chi 长孙:zhang+sun 万俟:mo+qi 单于:chan+yu 乐正:yue+zheng 澹台:tan+tai 令狐:ling+hu 鲜于:xian+yu
    亓官:qi+guan 皇甫:huang+fu 呼延:hu+yan 宗政:zong+zheng 夹谷:jia+gu
"""
SURNAMES = {name: reading.replace("+", " ") for name, _, reading in (item.partition(":") for item in _READINGS.split())}
# 也读: families of one character that say it in another way than most.
_ALSO = {"覃": "tan", "谌": "shen", "翟": "di", "牟": "mou", "隗": "kui", "郇": "huan", "郗": "chi"}

_HAN_RE = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
_NOTE_RE = re.compile(r"[（(][^（()）]*[）)]$")
_LONG_U_RE = re.compile(r"lyu|v")


def pinyin(name: str) -> str:
    """Toneless syllables of a person's name, the surname in its own reading: 仇小方 → `qiu xiao fang`.

    Surname and given name are read apart: 兰若 is no temple here. Traditional surnames are known by the folding.
    """
    surname = _surname(name)
    own = SURNAMES.get(fold(surname)) or syllables(surname)
    return " ".join(filter(None, [own, syllables(name[len(surname) :])]))


def syllables(text: str) -> str:
    """Toneless syllables of any text, read by its words: 重庆日报 → `chong qing ri bao`."""
    read = lazy_pinyin(text, style=Style.NORMAL, errors=lambda run: re.findall(r"\w+", run))
    return " ".join(syllable.lower() for syllable in read)


def also_read(name: str) -> str:
    """How a name is read by other families, or by who does not know the surname: 覃小方 → `tan xiao fang`; or ""."""
    surname = _surname(name)
    if not surname or fold(surname) not in SURNAMES:
        return ""
    other = " ".join(_ALSO.get(sign) or syllables(sign) for sign in fold(surname))
    return " ".join(filter(None, [other, syllables(name[len(surname) :])])) if other != SURNAMES[fold(surname)] else ""


def sound_of(spelt: str) -> str:
    """Pinyin as it is compared: without spaces and tone marks, ü as u however it was typed (lü, lv, lyu)."""
    return _LONG_U_RE.sub(lambda found: "lu" if found[0] == "lyu" else "u", squeeze(fold(spelt)))


def initials(spelt: str) -> str:
    """The first letters of the syllables: `xu fang` → xf."""
    return "".join(squeeze(fold(syllable))[:1] for syllable in spelt.split())


@cache
def common_characters() -> str:
    """The 3,755 characters of GB 2312's first level: nearly all that is printed."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return b"".join(rows).decode("gb2312", "ignore")


@cache
def _by_sound() -> dict[str, str]:
    """The common characters of each sound, in any of their readings."""
    sounding: dict[str, str] = {}
    for sign in common_characters():
        for sound in set(readings(sign, style=Style.NORMAL, heteronym=True)[0]):
            sounding[sound] = sounding.get(sound, "") + sign
    return sounding


def same_sounding(sign: str) -> str:
    """The common characters that sound like this one in any of its readings, itself left out."""
    sounds = readings(sign, style=Style.NORMAL, heteronym=True)[0]
    return "".join(dict.fromkeys("".join(_by_sound().get(sound, "") for sound in sounds))).replace(sign, "")


def bare_name(key: str) -> str:
    """A person's key without the note that tells namesakes apart: 徐坊（摄影） → 徐坊."""
    return _NOTE_RE.sub("", key) or key


def _surname(name: str) -> str:
    """The surname of a name in Han characters, else nothing."""
    if not _HAN_RE.match(name):
        return ""
    return name[:2] if len(name) > 2 and fold(name[:2]) in SURNAMES.keys() | COMPOUND_SURNAMES else name[:1]
