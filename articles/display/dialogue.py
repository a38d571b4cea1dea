"""Questions and answers: whose turn a paragraph is, where the print says so at its head."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

TURNS = 2  # so often at least each side has its turn
LABEL_RE = re.compile(r"([^\s，。；：！？、,;:!?…“”‘’\"'（）()]{1,8})[:：](?=.)")
# Who asks, in interviews and in columns of readers' letters; who answers is known by answering.
ASKER_RE = re.compile(r"[问問QＱ]|(?:本报|本報|本刊)?(?:记者|記者)|本报|本報|本刊|主持人|[一-鿿]{2}[问問]")
SAYING = ("说", "說", "道", "称", "稱", "表示", "认为", "介绍", "告诉")
ANSWER_RE = re.compile(r"[答AＡ]|[一-鿿]{2}答")


def speakers(texts: Sequence[str]) -> list[str]:
    """For each paragraph the label of who speaks, as printed before its colon; "" where none is certain.

    Certain is what goes to and fro: a label of those who ask (问, 记者, 主持人), and the ones that stand right after
    it, each side two times or more. Other words before a colon (他说：) are left as they are.

    >>> speakers(["问:何时通水?", "答:年底。", "问:水价呢?", "答:不变。", "他说:好。"])
    ['问', '答', '问', '答', '']
    """
    labels = [match[1] if (match := LABEL_RE.match(text)) else "" for text in texts]
    counts = Counter(labels)
    asking = {label for label in counts if ASKER_RE.fullmatch(label) and counts[label] >= TURNS}
    turns = [label for label in labels if label]
    answers = Counter(after for before, after in pairwise(turns) if before in asking and after not in asking)
    answering = {label for label in answers if _answers(label, counts[label])}
    if sum(answers[label] for label in answering) < TURNS:
        return [""] * len(texts)
    return [label if label in asking | answering else "" for label in labels]


def _answers(label: str, turns: int) -> bool:
    return bool(ANSWER_RE.fullmatch(label)) or (turns >= TURNS and not label.endswith(SAYING))
