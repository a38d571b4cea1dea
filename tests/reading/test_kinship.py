"""What short lines of a page have in common."""

import pytest

from articles.reading.kinship import alike, kinship, steps
from articles.reading.lines import split_lines
from articles.reading.runs import runs_of

TEXT = "渡口的石阶有三十七级,每一级都磨出了凹坑,挑担的人闭着眼睛也能走下去,过了江就是码头,码头上有人等。"
PAGE = f"红本子\n\n{TEXT}\n\n蓝本子\n\n{TEXT}\n\n老码头\n专家:石阶要留下\n\n{TEXT}"


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ("红本子", "蓝本子", 2),
        ("从山到海", "从村到城", 1),
        ("一座桥", "一座桥", 3),
        ("桥", "一座很长的桥", 0),
        ("渡口", "石阶", 0),
    ],
)
def test_it_counts_what_two_lines_share_at_their_ends(left, right, shared):
    assert alike(left, right) == alike(right, left) == shared


def test_it_finds_lines_of_one_shape_across_the_page():
    lines = split_lines(PAGE)
    kin = kinship(lines, runs_of(lines))
    assert [kin[index] for index in (0, 2, 4)] == [(2, 1), (2, 1), (0, 0)]
    assert kin[1] == (0, 0)


def test_it_compares_a_line_with_those_beside_it():
    lines = split_lines(PAGE)
    runs = runs_of(lines)
    assert steps(lines, 4, runs[4]) == ("-", "1=", "-ny")
    assert steps(lines, 5, runs[5]) == ("5=", "-", "ny-")
    assert steps(lines, 0, runs[0]) == steps(lines, 1, runs[1]) == ("", "", "")
