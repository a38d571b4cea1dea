"""One door for all kinds of page files: the same story reads the same, and nothing but Unreadable is raised."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.formats import SUFFIXES, is_page, open_file, parts, text_of
from articles.outline import show
from articles.reading import Unreadable, read_page, read_text
from tests.formats.samples import FOLDER, HEADLINE, PARAGRAPHS, html_page, text_page

MARKUP = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<h1>",
            "<h2>",
            "</h1>",
            "<br>",
            "<td>",
            "</table>",
            "<title>",
            "<script>",
            "<!--",
            "-->",
            "&#0;",
            "　",
        ),
        *("<a href='content_1.htm'>", "</a>", "<div id=ozoom>", "</div>", "<founder-content>", "</founder-content>"),
        *("<founder-title>", "<!--enpcontent-->", "<!--enpproperty <title>桥</title>-->", "本报讯", "2024年3月5日"),
    ]
)
SAMPLE = (FOLDER / "story.pdf").read_bytes()


def read(source):
    return read_page(source.text.encode(), stated=source.stated)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".pdf"])
def test_it_reads_one_story_alike_from_every_kind(suffix):
    (article,) = read(open_file(FOLDER / f"story{suffix}")).articles
    assert article.headline.value == HEADLINE
    assert [(credit.name, credit.role, credit.affiliation) for credit in article.bylines] == [
        ("徐坊", "记者", "本报"),
        ("何贤君", "通讯员", None),
    ]
    assert [text.value for section in article.sections for text in section.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".pdf"])
def test_it_outlines_every_kind(suffix):
    assert f"\n  主题　{HEADLINE}\n" in show(FOLDER / f"story{suffix}")


def test_it_keeps_the_samples_as_the_script_writes_them():
    assert (FOLDER / "story.txt").read_text("utf-8") == text_page()
    assert (FOLDER / "story.html").read_text("utf-8") == html_page()


def test_it_knows_page_files_by_their_suffix(tmp_path):
    assert all(is_page(tmp_path / f"p{suffix}") for suffix in (*SUFFIXES, ".PDF", ".HTM"))
    assert not any(is_page(tmp_path / name) for name in ("README.md", "p.toml", "p.jpg", "pdf"))


def test_it_knows_the_files_that_make_up_a_page():
    assert [part.name for part in parts(FOLDER / "node_1.htm")] == [
        "node_1.htm",
        "content_20240305_1_1.htm",
        "content_20240305_1_2.htm",
    ]
    assert parts(FOLDER / "plain.html") == [FOLDER / "plain.html"]


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_it_states_whole_lines_and_gives_each_sign_to_one_field(path):
    source = open_file(path)
    assert all(start == 0 or source.text[start - 1] == "\n" for start in source.stated)
    owners = [0] * len(source.text)
    for (start, end), _, _ in read_text(source.text, stated=source.stated).spans():
        for offset in range(start, end):
            owners[offset] += 1
    assert all(count == 1 for count, char in zip(owners, source.text, strict=True) if not char.isspace())


def assert_reads_or_refuses(source: bytes, suffix: str) -> None:
    try:
        draft = read(text_of(source, suffix))
    except Unreadable as refusal:
        assert refusal.message
    else:
        assert draft.articles


@given(st.binary(max_size=300), st.sampled_from([".html", ".htm", ".pdf"]))
@settings(deadline=None)
def test_it_reads_or_refuses_any_bytes(source, suffix):
    assert_reads_or_refuses(source, suffix)
    assert_reads_or_refuses(b"%PDF-1.4\n" + source, ".pdf")


@given(st.lists(MARKUP | st.text(max_size=12), max_size=20).map("".join))
@settings(deadline=None)
def test_it_reads_or_refuses_any_markup(markup):
    assert_reads_or_refuses(markup.encode("utf-8", "surrogatepass"), ".html")


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=15)
def test_it_reads_or_refuses_a_damaged_page(seed):
    chance, damaged = random.Random(seed), bytearray(SAMPLE)
    for _ in range(chance.randrange(1, 40)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    assert_reads_or_refuses(bytes(damaged[: chance.choice([len(damaged), chance.randrange(len(damaged))])]), ".pdf")
