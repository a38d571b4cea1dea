"""Taking the reader at its second guess: the changes that make the words of a doubt what else they may be."""

from collections.abc import Mapping

from articles.corrections.doubts import doubted
from articles.corrections.printed import Refused, checked, tidy
from articles.models import Article

# Fields whose value is set in lines of their own, by the labels of the reader.
VALUES = {name: name for name in ("kicker", "headline", "subtitle", "column")} | {"byline": "bylines"}
# Words read so are in no value: there is nothing to take them out of.
LOOSE = ("furniture", "label", "none")
SINGLE = ("column",)


def alternative(article: Article, doubt: Mapping, values: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """{field: (value now, value then)} for the runner-up of one of the article's doubts; values: current_values().

    Empty where the runner-up is no value of this article (text, the beginning of another article), where its words
    are text now, or where it could not be told which words go.
    """
    about = doubted(doubt["code"], doubt["start"], doubt["end"], article.page.spans, article.page.text)
    plain, other = about.reading.lstrip("+"), doubt.get("runner_up") or ""
    target = VALUES.get(other.lstrip("+"))
    if target is None or not about.words or (other.startswith("+") and not about.reading.startswith("+")):
        return {}
    then = _moved(article, values, VALUES.get(plain), target, doubt) if plain in (*VALUES, *LOOSE) else {}
    return {name: (values[name], value) for name, value in then.items() if value != values[name]}


def _moved(
    article: Article, values: Mapping[str, str], source: str | None, target: str, doubt: Mapping
) -> dict[str, str]:
    words = tidy(target, article.page.text[doubt["start"] : doubt["end"]])
    if source == target or (target in SINGLE and values[target]) or (source and words not in values[source]):
        return {}
    then = {source: tidy(source, values[source].replace(words, "", 1))} if source else {}
    parts = [words, values[target]] if _stands_before(article, target, doubt["start"]) else [values[target], words]
    try:
        return then | {target: checked(target, ("\n" if target == "bylines" else " ").join(filter(None, parts)))}
    except Refused:
        return {}


def _stands_before(article: Article, target: str, place: int) -> bool:
    """Whether the words stand before what is read as the target field now."""
    names = {label for label, name in VALUES.items() if name == target}
    starts = [span[0] for span in article.page.spans if span[3] == article.position and span[2] in names]
    return bool(starts) and place < min(starts)
