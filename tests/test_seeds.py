"""Seed files and side files: what is taken, and what is told with file and line."""

import pytest

from articles import seeds
from tests.marked import write


def side(folder, text: str):
    return seeds.open_seed(write(folder, "p1", "版", text)).given


def complaint(folder, text: str) -> tuple[int, str]:
    with pytest.raises(seeds.BadSeed) as caught:
        side(folder, text)
    assert caught.value.problem.file.endswith("p1.toml")
    return caught.value.problem.line, caught.value.problem.message


def test_it_takes_the_facts_of_a_side_file(tmp_path):
    text = '# 附注\npublication = "江州日报"\ndate = 2024-03-05\nnumber = 2\nname = "要闻"\ninferred = ["date"]\n'
    assert side(tmp_path, text) == {
        "publication": "江州日报", "date": "2024-03-05", "number": "2", "name": "要闻", "inferred": ["date"],
    }  # fmt: skip


def test_it_needs_no_side_file(tmp_path):
    seed = seeds.open_seed(write(tmp_path, "p1", "桥通了。"))
    assert (seed.key, seed.given, seed.encoding) == ("p1", {}, "utf-8")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('publication = "江州日报"\npaper = "江州日报"', 2, "不认识的项 paper"),
        ("date = 2024-03-05\nnumber = true", 2, "number"),
        ("\n\ndate = 2024-03-05T08:00:00", 3, "不加引号的日期"),
        ('date = "2024-03-05"', 1, "不加引号的日期"),
        ("date = 2024-02-30", 1, "TOML"),
        ('publication = "江州日报"\n\nname = 要闻', 3, "TOML"),
        ('publication = "江州日报', 1, "TOML"),
        ("publication = 3", 1, "加引号的文字"),
        (f'name = "{"长" * 41}"', 1, "超过 40 字"),
        ('inferred = ["date"]', 1, "没有在附注里给出"),
        ('date = 2024-03-05\ninferred = "date"', 2, "数组"),
        ("[date]\nyear = 2024", 1, "日期"),
    ],
)
def test_it_tells_where_a_side_file_is_wrong(tmp_path, text, line, message):
    where, words = complaint(tmp_path, text)
    assert where == line
    assert message in words


def test_it_tells_of_a_side_file_that_is_no_utf8(tmp_path):
    write(tmp_path, "p1", "版").with_suffix(".toml").write_bytes('name = "要闻"'.encode("gb18030"))
    with pytest.raises(seeds.BadSeed, match="UTF-8"):
        seeds.open_seed(tmp_path / "p1.txt")


def test_it_finds_seeds_in_folders_once_and_in_order(tmp_path):
    for name in ("b/p2", "a/p3", "p1", ".hidden/p0"):
        write(tmp_path / name.rpartition("/")[0], name.rpartition("/")[2], "版")
    (tmp_path / "README.md").write_text("说明")
    files, problems = seeds.find([tmp_path, tmp_path / "p1.txt"])
    assert [file.name for file in files] == ["p1.txt", "p2.txt", "p3.txt"]
    assert problems == []


def test_it_tells_of_paths_without_seeds(tmp_path):
    (tmp_path / "empty").mkdir()
    write(tmp_path / "lone", "p1", "版", 'name = "要闻"').unlink()
    _, problems = seeds.find([tmp_path / "none.txt", tmp_path / "empty", tmp_path / "lone"])
    messages = [problem.message for problem in problems]
    assert messages == [
        "没有这个文件或文件夹",
        "文件夹里没有版面文件（*.txt、*.html、*.htm、*.pdf）",
        "文件夹里没有版面文件（*.txt、*.html、*.htm、*.pdf）",
        "附注没有对应的版面文件",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_it_sees_one_text_in_every_encoding(tmp_path, encoding):
    text = "江州大桥昨天通车，数百名居民走上桥面，庆祝这座城市的第一座大桥。\n" * 3
    file = tmp_path / "p2.txt"
    file.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert seeds.open_seed(file).source == seeds.open_seed(write(tmp_path, "p1", text)).source


def test_it_refuses_a_name_that_is_no_key(tmp_path):
    with pytest.raises(seeds.BadSeed, match="控制字符"):
        seeds.open_seed(write(tmp_path, "a\tb", "版"))
