"""One invented story as a text file, as an e-paper's HTML page and as a PDF page; and other PDF pages made by hand.

`python -m tests.formats.samples` writes tests/pages/formats/story.*; the PDF is multi-column HTML printed by Chromium.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

FOLDER = Path(__file__).resolve().parents[1] / "pages" / "formats"
MASTHEAD = ("江州日报", "2024年3月5日 星期二", "第2版 要闻")
KICKER, HEADLINE, SUBTITLE = "三年修一桥 两岸成一城", "江州大桥昨日正式通车", "——首日车流超过四万辆次"
BYLINE = "本报记者 徐坊 通讯员 何贤君"
PARAGRAPHS = (
    "昨天上午九时，江州大桥正式通车。这座全长两千三百米的大桥，把江州老城与江东新区连在了一起，市民过江的时间从四十分钟缩短到六分钟。",
    "“我在江边住了五十年，头一回走着就过了江。”家住渡口街的老人周水生天不亮就来到桥头，他带着孙女走完了全程，又从对岸走了回来。",
    "江州大桥2021年3月开工，总投资18.6亿元，设计时速80公里，双向六车道，两侧设有人行道和非机动车道。建设期间，工人们克服了江底暗流、持续高温和两次洪水，提前四十天完成了主体工程。",
    "市交通局副局长严守成介绍，大桥通车后，连接两岸的三条公交线路同时开通，早晚高峰每四分钟一班，票价两元；老渡口则改成了游船码头，保留了三条航线。",
)
STYLE = """@page{size:200mm 290mm;margin:12mm} body{font:10.5pt/1.5 "Noto Sans CJK SC"}
header{display:flex;justify-content:space-between} h1{font-size:28pt;font-weight:normal;margin:0}
.kicker{font-size:15pt;margin:6mm 0 0} .subtitle{font-size:14pt;margin:0 0 3mm}
.text{column-count:3;column-gap:6mm;text-align:justify} .text p{margin:0;text-indent:2em}"""


def text_page() -> str:
    """The story as a text file."""
    return "\n\n".join([" ".join(MASTHEAD), KICKER, HEADLINE, SUBTITLE, BYLINE, *PARAGRAPHS]) + "\n"


def html_page() -> str:
    """The story as an e-paper's article page."""
    day, number = MASTHEAD[1].split()[0], MASTHEAD[2].replace(" ", "：")
    paragraphs = "".join(f"<P>　　{paragraph}</P>\n" for paragraph in PARAGRAPHS)
    return f"""<html><head><meta charset="utf-8"><title>{MASTHEAD[0]}数字报</title></head><body>
<table><tr><td>{day}</td><td>{number}</td></tr></table>
<founder-introtitle>{KICKER}</founder-introtitle><founder-title>{HEADLINE}</founder-title>
<founder-subtitle>{SUBTITLE}</founder-subtitle><founder-author>{BYLINE}</founder-author>
<founder-content><!--enpcontent-->{paragraphs}<!--/enpcontent--></founder-content></body></html>
"""


def printed_page() -> str:
    """The story as HTML to be printed: three justified columns under the headline."""
    head = "".join(f"<span>{part}</span>" for part in MASTHEAD)
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{STYLE}</style>
<header>{head}</header><p class="kicker">{KICKER}</p><h1>{HEADLINE}</h1><p class="subtitle">{SUBTITLE}</p>
<p>{BYLINE}</p><div class="text">{text}</div></html>"""


def pdf(
    shown: Sequence[tuple[float, float, float, str]], encoding: str = "UniGB-UCS2-H", codec: str = "utf-16-be"
) -> bytes:
    """A PDF page that shows texts at (x, y, size), in a font that only names its encoding."""
    content = b"".join(
        b"BT /F1 %g Tf %g %g Td <%s> Tj ET\n" % (size, x, y, text.encode(codec).hex().encode())
        for x, y, size, text in shown
    )
    name = encoding.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 1130]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/%s/DescendantFonts[6 0 R]>>" % name,
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/StemV 80>>",
    ]
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, start,
    )  # fmt: skip


def column(
    x: float, top: float, lines: Sequence[str], size: float = 10, leading: float = 15
) -> list[tuple[float, float, float, str]]:
    """Lines of text below each other; a line that begins with two full-width blanks is indented."""
    return [(x, top - leading * number, size, line) for number, line in enumerate(lines)]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "story.txt").write_text(text_page(), "utf-8")
    (FOLDER / "story.html").write_text(html_page(), "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(printed_page(), "utf-8")
        target = f"--print-to-pdf={FOLDER / 'story.pdf'}"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", target]
        subprocess.run(["chromium", *options, str(page)], check=True, capture_output=True)
    _without_shapes(FOLDER / "story.pdf")


def _without_shapes(path: Path) -> None:
    """The same page with glyphs that draw nothing: the sample is for its text, and shapes are nine tenths of it."""
    writer = PdfWriter(clone_from=path)
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[NameObject("/CharProcs")] = DictionaryObject()
    writer.compress_identical_objects(remove_unreferenced=True)
    writer.write(path)


if __name__ == "__main__":
    main()
