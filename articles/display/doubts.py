"""What the reader's doubts are called, for readers and editors alike."""

from articles.display.collation import FIELD_WORDS

WORDS = {
    "start": "这里是不是另起一篇，没有把握",
    "subhead": "这一行读作小标题，没有把握",
    "headline": "题目各行的主次，没有把握",
    "column": "这一行读作栏目，没有把握",
    "break": "这里按断栏接排，没有把握，也可能另起一段",
    "byline": "这一行读作署名，没有把握",
    "caption": "这一段读作图说，没有把握",
    "furniture": "这一行读作版头、版尾，没有把握",
    "text": "这一段读作正文，没有把握",
    "damaged": "原文有坏字",
    "no_headline": "没有读到标题",
    "truncated": "文字到这里中断，本版没有下文，也没有下转",
    "unread_byline": "署名没有读准",
    "unread_dateline": "电头没有读准",
    "unjoined": "这一段话没有说完，也许应与下一段接排",
    "leftover": "这一行不知归哪一项",
}
UNSURE = "这里的读法没有把握"
# Labels of the reader that are no fields of their own.
RUNNERS_UP = FIELD_WORDS | {"joined": "接上段", "resume": "正文", "deck_label": "提要的标记"}
# Their words say what else it may be.
COMPLETE = ("break", "unjoined")


def worded(code: str, runner_up: str | None = None) -> str:
    """What is unsure, and what else it may be, without a full stop; for a code of another version, that much."""
    said, other = WORDS.get(code, UNSURE), runner_up_words(code, runner_up)
    return f"{said}，也可能是{other}" if other else said


def runner_up_words(code: str, runner_up: str | None) -> str:
    """What else it may be: 正文, 另一篇的主题; "" where the words for the code say it."""
    other = RUNNERS_UP.get((runner_up or "").lstrip("+")) if code not in COMPLETE else None
    return f"{_begun(runner_up or '')}{other}" if other else ""


def _begun(runner_up: str) -> str:
    return "另一篇的" if runner_up.startswith("+") else ""


def reading_words(reading: str) -> str:
    """A reading that was confirmed: heading → 小标题, +kicker → 引题，另起一篇; of another version as it stands."""
    plain = reading.lstrip("+")
    return RUNNERS_UP.get(plain, plain) + ("，另起一篇" if reading.startswith("+") else "")
