"""PDF pages to the text of a page: columns in order, lines put together to paragraphs, refusals in plain words.

tests/formats/samples.py prints story.pdf with Chromium (fonts that give radicals for Hanzi, justified columns) and
makes the other pages by hand (fonts that only name a Chinese encoding, as newspapers' layout programs write them).
"""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from articles.formats import open_file, text_of
from articles.reading import Unreadable
from tests.formats.samples import BYLINE, FOLDER, HEADLINE, MASTHEAD, PARAGRAPHS, SUBTITLE, column, pdf

LEFT = [
    "　　昨天上午，江州大桥正式通车，市民过江的时间从四",
    "十分钟缩短到六分钟。",
    "　　桥头的变化来得更早，已有三百多家小店在桥头开张",
    "，卖米粉的林桂香说，通车第一天，她卖出了六百碗米粉",
]
RIGHT = ["，手都酸了。", "　　交通局介绍，大桥通车后，三条公交线路同时开通，", "票价两元。"]


def lines(source: bytes) -> list[str]:
    return [line for line in text_of(source, ".pdf").text.split("\n") if line]


def test_it_puts_the_lines_of_a_printed_page_together():
    text = open_file(FOLDER / "story.pdf").text
    assert [line for line in text.split("\n") if line][-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    for line in (*MASTHEAD, HEADLINE, SUBTITLE, BYLINE):
        assert f"{line}\n" in text


def test_it_goes_on_from_column_to_column():
    found = lines(pdf([*column(50, 700, LEFT), *column(350, 700, RIGHT)]))
    whole = [line.strip() for line in LEFT + RIGHT]
    assert found == ["".join(whole[:2]), "".join(whole[2:5]), "".join(whole[5:])]


def test_it_reads_columns_that_are_written_line_by_line():
    """Some programs write all columns of one height before the next."""
    pairs = zip(column(50, 700, LEFT), column(350, 700, [*RIGHT, "　　完。"]), strict=True)
    found = lines(pdf([shown for pair in pairs for shown in pair]))
    assert found[0] == LEFT[0].strip() + LEFT[1]
    assert found[-1] == "完。"


def test_it_leaves_the_lines_of_a_headline_apart():
    headline = column(50, 800, ["一桥飞架江州南北", "两岸从此连成一城"], size=30, leading=36)
    assert lines(pdf([*headline, *column(50, 700, LEFT)]))[:2] == ["一桥飞架江州南北", "两岸从此连成一城"]


def test_it_leaves_the_lines_of_verse_apart():
    verse = ["牧笛一声羊下坂，", "胡杨影里有人家。", "不闻号角闻鸡唱，", "不见狼烟见落霞。"]
    assert lines(pdf(column(50, 700, verse))) == verse


def test_it_writes_characters_for_the_radicals_of_a_font():
    assert lines(pdf(column(50, 700, ["⻋⾄江州⼤桥，⽇⾏千⾥"]))) == ["车至江州大桥，日行千里"]


def test_it_takes_half_a_character_for_a_hole():
    whole = "江州大桥通车，市民都说好，两岸的人来往方便多了"
    broken = pdf([(50, 700, 10, f"{whole}𠮷")]).replace("𠮷".encode("utf-16-be").hex().encode(), b"d842")
    assert lines(broken) == [f"{whole}\ufffd"]


def test_it_closes_up_a_spread_line_and_keeps_its_names_apart():
    assert lines(pdf(column(50, 700, ["本 报 记 者  何 禾", *LEFT])))[0] == "本报记者 何禾"


def test_it_takes_bold_by_double_printing_once():
    twice = [(50, 700, 10, LEFT[0]), (50.2, 700, 10, LEFT[0])]
    assert lines(pdf(twice)) == [LEFT[0].strip()]


@pytest.mark.parametrize(
    "encoding, codec",
    [
        ("GBK-EUC-H", "gbk"),
        ("GB-EUC-H", "gb2312"),
        ("GBK2K-H", "gb18030"),
        ("UniGB-UTF16-H", "utf-16-be"),
        ("ETen-B5-H", "big5"),
    ],
)
def test_it_reads_the_encodings_that_fonts_name(encoding, codec):
    assert lines(pdf([(50, 700, 10, "本市人民大道今天通行")], encoding, codec)) == ["本市人民大道今天通行"]


def changed(change) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(column(50, 700, LEFT)))))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_it_says_that_a_page_is_locked():
    with pytest.raises(Unreadable, match="加了密"):
        text_of(changed(lambda writer: writer.encrypt("开门", algorithm="RC4-128")), ".pdf")


def test_it_reads_a_page_that_only_its_owner_may_change():
    locked = changed(lambda writer: writer.encrypt("", "主人", algorithm="RC4-128"))
    assert lines(locked)[0].startswith("昨天上午")


def test_it_says_that_a_page_is_an_image():
    with pytest.raises(Unreadable, match="只有图像"):
        text_of(pdf([]), ".pdf")


def test_it_says_that_a_font_tells_nothing():
    with pytest.raises(Unreadable, match="编码表"):
        text_of(pdf(column(50, 700, LEFT), "GBKp-EUC-H", "gbk"), ".pdf")


def test_it_takes_no_whole_issue_for_a_page():
    def copy(writer):
        for _ in range(3):
            writer.add_page(writer.pages[0])

    with pytest.raises(Unreadable, match="4 页"):
        text_of(changed(copy), ".pdf")


NOWHERE = pdf(column(50, 700, LEFT)).replace(b"700 Td", b"9" * 400 + b" Td")


@pytest.mark.parametrize("source", [b"", b"%PDF-1.7\n", b"no page at all", pdf(column(50, 700, LEFT))[:400], NOWHERE])
def test_it_says_that_a_file_is_broken(source):
    with pytest.raises(Unreadable, match="损坏|空"):
        text_of(source, ".pdf")
