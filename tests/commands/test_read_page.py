"""`read_page`: a reading for people, or in the JSON of the reading schema."""

import json

import pytest

from tests.marked import article, page, write


@pytest.fixture
def file(seeds):
    return write(seeds, "p1", page(article(extra="小 三年建成\n文 三年前开工。\n图 桥面。\n摄 拍友 吴小宇 摄")))


def test_it_outlines_a_page(run, file):
    out = run("read_page", file).out
    for line in (
        "报名　江州日报（印）",
        "版次　2（印）",
        "  主题　江州大桥昨日通车",
        "  署名　记者 徐坊",
        "  正文　昨天上午,江州大桥正式通车。",
        "  小标题　三年建成",
        "  图说　桥面。",
        "  图片署名　拍友 吴小宇 摄",
    ):
        assert f"\n{line}\n" in f"\n{out}\n"


def test_it_tells_doubts_in_words(run, seeds):
    file = write(seeds, "p1", page(article(headline="")))
    assert "\n  存疑　第 3 行 没有读到标题（0.50）\n" in run("read_page", file).out


def test_it_prints_the_schema(run, file):
    reading = json.loads(run("read_page", file, "--json").out)
    assert reading.keys() == {"articles", "furniture"}
    assert reading["articles"][0]["headline"] == "江州大桥昨日通车"
    assert reading["articles"][0]["bylines"] == [{"name": "徐坊", "role": "记者", "affiliation": None, "action": None}]


def test_it_prints_several_readings_one_a_line(run, file, seeds):
    other = write(seeds, "p2", page(article(headline="甲")))
    lines = run("read_page", file, other, "--json").out.splitlines()
    assert [json.loads(line)["articles"][0]["headline"] for line in lines] == ["江州大桥昨日通车", "甲"]


def test_it_writes_a_file_for_each_page(run, file, tmp_path):
    assert run("read_page", file, "--json", "--out", tmp_path / "new" / "out").code == 0
    assert json.loads((tmp_path / "new" / "out" / "p1.json").read_text("utf-8"))["articles"]
    run("read_page", file, "--out", tmp_path)
    assert "江州大桥" in (tmp_path / "p1.txt").read_text("utf-8")


def test_it_names_what_it_cannot_read_and_reads_the_rest(run, file, seeds, tmp_path):
    bad = write(seeds, "p0", "题 桥\n怪 什么")
    ended = run("read_page", bad, tmp_path / "none.txt", file, "--json")
    assert ended.code == 1
    assert f"{bad}:2: 不认识的记号 怪" in ended.err
    assert "none.txt:1: " in ended.err
    assert "江州大桥" in ended.out
