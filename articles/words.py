"""Chinese words: the only module that knows jieba.

rjieba is jieba's dictionary and algorithm in Rust, ten times faster; jieba itself is the reference and the fallback.
Both see nothing but runs of Han characters, where their tokens are equal; everything else is split off first.
"""

import re
from collections.abc import Callable, Iterable
from importlib.metadata import version

_HAN = "\u4e00-\u9fd5"  # the characters jieba's dictionary and model cover
_RUN_RE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_PIECE_RE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+|[\W_]+")
_RJIEBA_WITH_JIEBA_DICTIONARY = {"0.2.2"}
# Tags of jieba's dictionary besides those of nouns and names: verbs used as nouns, abbreviations, set phrases.
_NAMING = ("vn", "an", "j", "i")

Segmenter = Callable[..., list[str]]
Tagger = Callable[[str], Iterable[tuple[str, str]]]


def _jieba_segmenters() -> tuple[Segmenter, Segmenter, Tagger]:
    """(plain, search mode, tagging) of jieba, its dictionary read from the package: no cache file that others could
    plant.
    """
    import jieba
    from jieba import posseg

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer.lcut, tokenizer.lcut_for_search, posseg.POSTokenizer(tokenizer).lcut


try:
    import rjieba

    _plain: Segmenter
    _search: Segmenter
    _tagged: Tagger
    _plain, _search, _tagged = rjieba.cut, rjieba.cut_for_search, rjieba.tag
    _release = version("rjieba")
    _VERSION = "jieba-0.42.1" if _release in _RJIEBA_WITH_JIEBA_DICTIONARY else f"rjieba-{_release}"
except ImportError:  # no wheel for this machine: slower, otherwise the same
    _plain, _search, _tagged = _jieba_segmenters()
    _VERSION = f"jieba-{version('jieba')}"


def words(text: str) -> list[str]:
    """The words of a folded text in search mode, long words with the words inside them; signs left out.

    Runs of other letters and digits are one word each: "水库移民F16" → ["水库", "移民", "f16"] once folded.
    """
    return [word for run in _RUN_RE.findall(text) for word in (_search(run) if _is_han(run) else (run,))]


def holds_word(text: str, word: str) -> bool:
    """Whether the word is one of words(text); only runs of characters that hold it are cut."""
    runs = (run for run in _RUN_RE.findall(text) if word in run)
    return any(word in _search(run) if _is_han(run) else word == run for run in runs)


def cut(text: str) -> list[str]:
    """Any text cut into words, runs of letters and digits, and the signs between: joined they are the text again."""
    return [word for piece in _PIECE_RE.findall(text) for word in (_plain(piece) if _is_han(piece) else (piece,))]


def known(text: str) -> list[str]:
    """Any text cut by the dictionary alone, no new words guessed: a word of it stays whole, the others fall apart."""
    return [
        word for piece in _PIECE_RE.findall(text) for word in (_plain(piece, False) if _is_han(piece) else (piece,))
    ]


def names_something(word: str) -> bool:
    """Whether a word may tell by itself what a text is about: a noun, a name, a set phrase; not 进行, 我们, 2024."""
    if not _is_han(word):
        return not word.isdigit()
    tags = [tag for _, tag in _tagged(word)]
    return bool(tags) and (tags[-1].startswith("n") or tags[-1] in _NAMING)


def dictionary_version() -> str:
    """Which dictionary cut the words: an index built with another one must be rebuilt."""
    return _VERSION


def _is_han(run: str) -> bool:
    return "\u4e00" <= run[0] <= "\u9fd5"
