"""All kinds of articles by name, as the mixes of words/mixes.txt call them."""

from __future__ import annotations

from collections.abc import Callable

from tests.training.desk import Desk
from tests.training.kinds import (
    digests,
    essays,
    features,
    interviews,
    news,
    notices,
    opinion,
    pictures,
    prizes,
    tables,
    verse,
    voices,
)
from tests.training.story import Story

Kind = Callable[[Desk], Story]
KINDS: dict[str, Kind] = {
    "news": news.news,
    "brief": news.brief,
    "sport": news.sport,
    "culture": news.culture,
    "wire": news.wire,
    "world wire": news.world_wire,
    "repeated": news.repeated,
    "foreign": news.foreign,
    "feature": features.feature,
    "signed sections": features.signed_sections,
    "case list": features.case_list,
    "opinion": opinion.opinion,
    "thesis": opinion.thesis,
    "noted": opinion.noted,
    "essay": essays.essay,
    "serial": essays.serial,
    "review": essays.review,
    "artwork": essays.artwork,
    "entry": essays.entry,
    "poem": verse.poem,
    "photo": pictures.photo,
    "photo essay": pictures.essay,
    "digest": digests.digest,
    "bookshelf": digests.bookshelf,
    "numbers": digests.numbers,
    "results": prizes.results,
    "meet": prizes.meet,
    "table": tables.table,
    "prices": tables.prices,
    "notice": notices.notice,
    "correction": notices.correction,
    "regulation": notices.regulation,
    "classified": notices.classified,
    "interview": interviews.interview,
    "answers": interviews.answers,
    "letter": voices.letter,
    "hotline": voices.hotline,
    "voices": voices.voices,
    "told": voices.told,
}
# Kinds that a page may break off with 下转.
CONTINUED = ("news", "feature", "opinion", "repeated")
