"""How names are set."""

from types import SimpleNamespace

from articles.display.signatures import credits, printed


def byline(name: str, role: str = "", affiliation: str = "", action: str = ""):
    return SimpleNamespace(name=name, role=role, affiliation=affiliation, action=action)


def test_it_prints_a_role_once_for_those_who_share_it():
    assert printed([byline("顾南乔", "记者", "本报"), byline("孟舟", "记者", "本报")]) == "本报记者 顾南乔 孟舟"


def test_it_prints_a_shared_action_after_the_last():
    names = [byline("何若谷", "记者", "本报", "摄"), byline("万里", "拍友", "", "摄")]
    assert [str(credit) for credit in credits(names)] == ["本报记者 何若谷", "拍友 万里 摄"]


def test_it_prints_each_action_where_they_differ():
    names = [byline("詹扬", "记者", "", "文"), byline("卓然", "记者", "", "摄")]
    assert printed(names) == "记者 詹扬 文　记者 卓然 摄"


def test_it_prints_an_office_without_a_name():
    (credit,) = credits([byline("", "评论员", "本报")])
    assert (str(credit), credit.people) == ("本报评论员", [])
