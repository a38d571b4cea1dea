"""Keywords and related articles: what an article says often and others seldom, on both engines."""

import pytest

from articles import search
from articles.search import Document, keywords
from articles.search.keywords import sharing, terms
from articles.search.reprints import reprints
from articles.search.stored import stored

pytestmark = pytest.mark.django_db
FIELDS = (("type", "文字"),)
LONG = "青石湾水库的移民搬进新居，果农在临溪镇种下脐橙，合作社今年卖出三千吨。" * 2 + (
    "村里的老人说，从前挑水要走五里山路，如今自来水接到灶台边。镇上的干部每月逢五下村，把意见本摊在晒场上。"
    "去年冬天修好的渠道，把库水引到坡上的梯田，旱季也能灌溉。年轻人回来办起了民宿，夏天的周末要提前半个月订房。"
)


def document(number, headline, body="", fields=FIELDS):
    return Document(number, headline, body, "", fields)


@pytest.fixture
def written(index):
    common = "记者在会议上了解到工作情况。" * 3
    index.put(
        [
            document(1, "水库移民搬新居", "水库移民住进新居,水库蓄水。移民说好。" + common),
            document(2, "移民种脐橙", "水库边的移民种下脐橙,脐橙上市。移民增收。水库清清。" + common),
            document(3, "水库开闸", "水库今天开闸,水库水位下降。移民搬得早。移民都好。" + common),
            document(4, "校园足球开赛", "足球队来了,足球开赛。" + common),
            *(document(number, "会议召开", "工作会议召开,会议部署。" + common) for number in range(10, 16)),
        ]
    )


def words_of(number):
    return [term.word for term in terms(stored([number], "default")[number], "default")]


def related(number):
    asked = terms(stored([number], "default")[number], "default")
    return [other for other, _ in sharing(asked, "default") if other != number]


def test_it_takes_what_the_article_says_often_and_others_seldom(written):
    assert words_of(1)[:2] in (["移民", "新居"], ["新居", "移民"], ["水库", "移民"], ["移民", "水库"], ["新居", "水库"])
    assert "足球" in words_of(4)[:2] and "会议" not in words_of(4)[:2]


def test_it_leaves_out_the_trade_the_column_and_who_signed(index):
    fields = (*FIELDS, ("person", "程野"), ("column", "浙江观察"))
    index.put([document(1, "果农上市\n浙江观察", "本报记者程野报道,果农卖果。程野记者浙江看果农。", fields)])
    assert words_of(1) and not {"记者", "报道", "程野", "浙江", "观察", "浙江观察"} & {*words_of(1)}


def test_it_keeps_a_word_whole(index):
    index.put([document(1, "共同富裕示范区", "共同富裕是目标,共同富裕要靠劳动。")])
    assert "共同富裕" in words_of(1) and not {"共同", "富裕"} & {*words_of(1)}


def test_it_finds_articles_about_the_same_and_no_others(written):
    assert {*related(1)} == {2, 3} and related(4) == []


def test_it_gives_the_same_however_the_articles_came(written):
    before = words_of(1), related(1)
    search.drop([2, 3, 12])
    assert related(1) == []
    everything = [
        document(
            2, "移民种脐橙", "水库边的移民种下脐橙,脐橙上市。移民增收。水库清清。" + "记者在会议上了解到工作情况。" * 3
        )
    ]
    everything += [
        document(
            3, "水库开闸", "水库今天开闸,水库水位下降。移民搬得早。移民都好。" + "记者在会议上了解到工作情况。" * 3
        )
    ]
    search.put([*everything, document(12, "会议召开", "工作会议召开,会议部署。" + "记者在会议上了解到工作情况。" * 3)])
    assert (words_of(1), related(1)) == before


def test_it_has_nothing_to_say_of_an_empty_article(index):
    index.put([document(1, ""), document(2, "2024", "!!")])
    assert words_of(1) == words_of(2) == [] and sharing([], "default") == []


def test_it_looks_at_so_many_holders_of_a_word(written, monkeypatch):
    monkeypatch.setattr(keywords, "_HOLDERS", 1)
    assert related(3) in ([2], [])


def test_it_finds_where_a_text_was_printed_again(index):
    index.put(
        [
            document(1, "山里的水", LONG),
            document(2, "水到灶台", "编者按：" + LONG[:-20]),
            document(3, "山里的水", "短。"),
        ]
    )
    ((number, alike),) = reprints(stored([1], "default")[1], "default")
    assert number == 2 and 0.7 < alike < 1
    assert reprints(stored([3], "default")[3], "default") == []
