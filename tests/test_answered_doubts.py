"""What an editor has corrected is doubted no longer."""

from dataclasses import replace

import pytest

from articles import loader
from articles.models import Article
from articles.reading import Doubt
from tests.loading import load_article
from tests.marked import article, read_marked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unsure(reads):
    reads(doubting)


def doubting(source, stated=None):
    """The marked reader, unsure of signature, caption and text."""
    draft = read_marked(source, stated)
    (only,) = draft.articles
    unsure = [
        Doubt("byline", only.byline_lines[0].spans[0], 0.5),
        Doubt("caption", only.figures[0].caption.spans[0], 0.9),
        Doubt("text", only.sections[0].paragraphs[0].spans[0], 0.8),
    ]
    return replace(draft, articles=(replace(only, doubts=(*only.doubts, *unsure)),))


@pytest.mark.parametrize(
    ("field", "old", "new", "left", "confidence"),
    [
        ("headline", "", "新桥通车", ["byline", "caption", "text"], 0.36),
        ("bylines", "记者 徐坊", "记者 徐访", ["no_headline", "caption", "text"], 0.36),
        ("figure.1.caption", "桥面。", "新桥桥面。", ["no_headline", "byline", "text"], 0.2),
        ("kicker", "", "历时三年", ["no_headline", "byline", "caption", "text"], 0.18),
    ],
)
def test_it_drops_the_doubts_that_a_correction_answers(tmp_path, field, old, new, left, confidence):
    stored = load_article(tmp_path / "seeds", article(headline="", extra="图 桥面。"))
    assert (len(stored.doubts), stored.confidence) == (4, 0.18)
    loader.correct(stored, {field: (old, new)}, "misread", "看错", "王编")
    stored = Article.objects.get()
    assert [doubt["code"] for doubt in stored.doubts] == left
    assert stored.confidence == confidence
