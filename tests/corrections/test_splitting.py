"""A split is a rule in the journal's words: what is written is read again, and any text is some rule."""

import pytest

from articles.corrections.splitting import Rule, Signature, read_rule, write_rule


def test_it_reads_what_it_writes():
    text = write_rule("张伟（金华）", ["金华日报", "甲、乙报"], ["本报：金华"], ["k3abcdefgh-9x2f", "a0abcdefgh"])
    assert text.split("\n")[0] == "张伟（金华）"
    parts = (frozenset(["金华日报", "甲、乙报"]), frozenset(["本报：金华"]), frozenset(["k3abcdefgh", "a0abcdefgh"]))
    assert read_rule(text) == Rule("张伟（金华）", *parts)


@pytest.mark.parametrize("text", ["", "\n\n", "甲\n报纸", "甲\n报纸：", "甲\n别的：乙", "：\n：", "甲\n文章：  "])
def test_it_takes_any_text_for_some_rule(text):
    rule = read_rule(text)
    assert not rule and not rule.fits(Signature("", "", ""))


@pytest.mark.parametrize(
    "signature, fits",
    [
        (Signature("张伟", "", "金华日报"), True),
        (Signature("张伟", "新华社", "江州日报"), True),
        (Signature("张伟", "", "江州日报", frozenset(["k3"])), True),
        (Signature("张伟", "本报", "江州日报", frozenset(["k4"])), False),
        (Signature("张伟"), False),
    ],
)
def test_it_takes_any_part_that_fits(signature, fits):
    rule = Rule("张伟（金华）", frozenset(["金华日报"]), frozenset(["新华社"]), frozenset(["k3"]))
    assert rule.fits(signature) == fits
