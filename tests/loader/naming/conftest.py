"""Two papers, some of whose people and columns have several names."""

import pytest

from tests.loading import load
from tests.marked import article, page, write

JINHUA, JIANGZHOU = "金华日报 2023-05-06 第4版", "江州日报 2024-03-05 第2版"


@pytest.fixture
def archive(engine, seeds):
    """Two papers: 张伟 in both, 徐坊 also as 徐小坊, a column with and without its dot."""
    write(
        seeds,
        "p1",
        page(
            article("桥", "记者 徐坊 通讯员 吴昊", "桥通了。", "栏 浙报观察"),
            article("船", "记者 徐小坊", "船来了。", "栏 浙报·观察"),
            article("灯", "记者 张伟", "灯亮了。"),
            head=JIANGZHOU,
        ),
    )
    write(
        seeds,
        "p2",
        page(
            article("茶", "记者 张伟", "茶香了。", "栏 江声"),
            article("稻", "新华社记者 张伟", "稻熟了。\n图 稻浪。\n摄 徐小坊 摄"),
            head=JINHUA,
        ),
    )
    load(seeds)
    return seeds
