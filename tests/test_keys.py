"""Keys outlive everything but the article's own opening."""

import string

from hypothesis import given
from hypothesis import strategies as st

from articles import keys
from articles.reading import PageDraft
from tests.marked import article, page, read_marked


def drafts(*texts: str) -> PageDraft:
    return read_marked(page(*texts).encode())


def base(text: str) -> str:
    return keys.base_key(drafts(text).articles[0])


def test_it_makes_a_short_key_without_letters_that_are_misread():
    key = base(article())
    assert len(key) == 10
    assert set(key) <= set(string.digits + string.ascii_lowercase) - set("ilou")


def test_it_depends_on_the_opening_alone():
    assert base(article()) == base(article(byline="记者 钟离雪")) == base(article(extra="下 第四版"))
    assert base(article()) != base(article(text="昨天上午,江州大桥没有通车。"))
    long = "江" * 300
    assert base(article(text=long + "一")) == base(article(text=long + "二"))


def test_it_is_not_moved_by_blanks_and_signs():
    assert base(article(text="昨天上午,江州大桥正式通车。")) == base(article(text="昨天 上午，江州大桥“正式”通车！"))


def test_it_names_a_picture_by_its_caption():
    assert base("图 渔民在江上收网。") != base("图 渔民在江上撒网。")


def test_it_tells_reprints_apart_by_their_page():
    texts = ["aaa", "bbb"]
    assert keys.assign(texts, "p", own=(), taken={"aaa"}) == [keys.suffixed("aaa", "p"), "bbb"]
    assert keys.assign(["aaa", "aaa"], "p", own=(), taken=()) == ["aaa", keys.suffixed("aaa", "p")]
    assert keys.suffixed("aaa", "p") != keys.suffixed("aaa", "q")


def test_it_keeps_the_key_a_page_has():
    own = keys.suffixed("aaa", "p")
    assert keys.assign(["aaa"], "p", own={own}, taken=()) == [own]


@given(st.lists(st.sampled_from("abc"), max_size=6), st.sets(st.sampled_from("abc")))
def test_it_never_gives_one_key_twice(bases, taken):
    assigned = keys.assign(bases, "page", own=(), taken=taken)
    assert len(set(assigned)) == len(bases)
    assert not set(assigned) & taken
    assert [keys.root(key) for key in assigned] == bases


def test_it_follows_the_text_when_a_reading_changes():
    before = {"old": {"甲乙丙": 1, "丁": 1}, "same": {"戊己": 1}}
    after = {"new": {"甲乙丙": 1}, "other": {"丁": 1}, "same": {"戊己": 1}}
    counters = ({key: keys.Counter(lines) for key, lines in table.items()} for table in (before, after))
    assert keys.moved(*counters) == {"old": "new"}


def test_a_column_is_known_by_its_label_without_blanks():
    assert keys.column_key("社　评") == keys.column_key(" 社评 ") == "社评"
