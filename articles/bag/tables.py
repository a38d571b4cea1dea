"""The tables of an exported archive: what each holds, in both languages, its keys and its indexes."""

from dataclasses import dataclass
from typing import NamedTuple


class Column(NamedTuple):
    """A column; kind: text, integer or number; refers: the table whose key it holds."""

    name: str
    kind: str
    zh: str
    en: str
    refers: str = ""


@dataclass(frozen=True)
class Table:
    name: str
    zh: str
    en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


PAGES = Table(
    "pages",
    "版面：一期报纸的一版，由一个版面文件读出",
    "One page of one issue, read from one seed file",
    ("key",),
    (
        Column("key", "text", "版面标识，也是地址", "key of the page, and its address"),
        Column("publication", "text", "报名", "name of the newspaper"),
        Column("date", "text", "出版日期，YYYY-MM-DD", "day of issue, YYYY-MM-DD"),
        Column("number", "text", "版次", "page number as the paper counts"),
        Column("name", "text", "版名", "name of the page"),
        Column(
            "publication_basis",
            "text",
            "报名依据：printed 版面所印、given 附注所载、inferred 推断、corrected 编辑更正、unknown 未知",
            "basis of the name: printed, given (side file), inferred, corrected, unknown",
        ),
        Column("date_basis", "text", "日期依据，取值同上", "basis of the date, as above"),
        Column("number_basis", "text", "版次依据，取值同上", "basis of the number, as above"),
        Column("name_basis", "text", "版名依据，取值同上", "basis of the page's name, as above"),
        Column("encoding", "text", "来源文件的编码", "encoding of the seed file"),
        Column(
            "source_sha256",
            "text",
            "来源文字（HTML、PDF 为文件）的摘要",
            "SHA-256 of the source text (of the file for HTML and PDF)",
        ),
        Column("text", "text", "原文，一字不改", "the source text, unchanged"),
    ),
    (("publication", "date"), ("date",)),
)
ARTICLES = Table(
    "articles",
    "文章：由版面原文与更正算出",
    "An article, computed from its page's text and the corrections",
    ("key",),
    (
        Column("key", "text", "文章标识，也是地址", "key of the article, and its address"),
        Column("page", "text", "所在版面", "the page it stands on", "pages"),
        Column("position", "integer", "本版第几篇，从 1 起", "place on the page, from 1"),
        Column("column", "text", "栏目", "column label (栏目)"),
        Column("kicker", "text", "引题", "headline tier above (引题)"),
        Column("headline", "text", "主题", "headline (主题)"),
        Column("subtitle", "text", "副题", "headline tier below (副题)"),
        Column("deck", "text", "提要，一段一行", "deck, a paragraph a line"),
        Column("agency", "text", "电头机构", "agency of the dateline"),
        Column("place", "text", "电头地点", "place of the dateline"),
        Column("dateline_date", "text", "电头日期，照印", "date of the dateline, as printed"),
        Column("continued_from", "text", "上接，照印", "上接 mark, as printed"),
        Column("continued_to", "text", "下转，照印", "下转 mark, as printed"),
        Column("continues", "text", "接自哪一篇", "the article that this one goes on from", "articles"),
        Column("truncated", "integer", "残缺：正文断在句中为 1", "1 where the text stops in mid-sentence"),
        Column("length", "integer", "正文字数，不计空白", "characters of the text, blanks left out"),
        Column("text", "text", "正文：小标题与段落，一段一行", "text: subheads and paragraphs, one a line"),
        Column("corrected", "text", "与原印不同的各项，以顿号分隔", "fields that differ from the print, 、 between"),
        Column("doubts", "integer", "存疑处数", "places where the reading is unsure"),
        Column("confidence", "number", "把握，0 到 1", "confidence of the reading, 0 to 1"),
    ),
    (("page", "position"), ("column",), ("place",), ("continues",)),
)
SECTIONS = Table(
    "sections",
    "小节：正文以小标题分开的部分，开头一节没有小标题",
    "Parts of a text under subheads; the opening has none",
    ("article", "position"),
    (
        Column("article", "text", "所属文章", "the article", "articles"),
        Column("position", "integer", "第几节，从 1 起", "place in the text, from 1"),
        Column("heading", "text", "小标题", "subhead (小标题)"),
        Column("text", "text", "段落，一段一行", "paragraphs, one a line"),
    ),
)
FIGURES = Table(
    "figures",
    "图片：由图说和署名得知",
    "Pictures, known by caption and credits",
    ("article", "position"),
    (
        Column("article", "text", "所属文章", "the article", "articles"),
        Column("position", "integer", "第几图，从 1 起", "place in the article, from 1"),
        Column("caption", "text", "图说", "caption"),
        Column("credit", "text", "图片署名，照印", "credit line, as printed"),
    ),
)
BYLINES = Table(
    "bylines",
    "署名：一人一行；figure 为空是文章署名，否则是那一幅图片的署名",
    "One person's credit; on the article where figure is empty, else on that figure",
    ("article", "position"),
    (
        Column("article", "text", "所属文章", "the article", "articles"),
        Column("position", "integer", "第几个署名，从 1 起", "place among the credits, from 1"),
        Column("figure", "integer", "图片序号", "position of the figure"),
        Column("name", "text", "姓名", "name"),
        Column("role", "text", "身份", "role"),
        Column("affiliation", "text", "单位", "affiliation"),
        Column("action", "text", "分工", "what was done (摄, 整理, …)"),
        Column("person", "text", "人物", "the person", "people"),
    ),
    (("person",), ("name",)),
)
PEOPLE = Table(
    "people",
    "人物：署名所指",
    "Whom bylines name",
    ("key",),
    (
        Column("key", "text", "人物标识，也是地址", "key of the person, and the address"),
        Column("name", "text", "姓名", "name"),
        Column("note", "text", "区别同名者", "what tells namesakes apart"),
        Column("pinyin", "text", "拼音", "pinyin"),
        Column("articles", "integer", "署名文章篇数", "articles signed"),
        Column("latest", "text", "最近署名的日期", "day of the latest one"),
    ),
    (("name",), ("pinyin",)),
)
CORRECTIONS = Table(
    "corrections",
    "更正：编辑所作，只增不删",
    "The editors' journal, append-only",
    ("id",),
    (
        Column("id", "text", "更正标识", "id of the entry"),
        Column("target", "text", "对象：article:标识 或 page:标识 等", "article:<key>, page:<key> or another kind"),
        Column("page", "text", "写下时所在的版面", "key of the page when written"),
        Column("field", "text", "字段", "field"),
        Column("old", "text", "原值", "value replaced"),
        Column("new", "text", "新值", "new value"),
        Column("kind", "text", "性质：misread 档案误读，misprint 原报有误，及其他",
               "misread (we erred), misprint (the paper erred), or another kind"),
        Column("reason", "text", "理由", "reason"),
        Column("created", "text", "时间", "time"),
        Column("withdrawn", "text", "撤回时间", "time of withdrawal"),
        Column("state", "text", "状态：applied 已用，withdrawn 已撤回，conflict 未能套用",
               "applied, withdrawn or conflict"),
    ),
    (("target",),),
)  # fmt: skip
TABLES = (PAGES, ARTICLES, SECTIONS, FIGURES, BYLINES, PEOPLE, CORRECTIONS)
