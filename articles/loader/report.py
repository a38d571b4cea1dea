"""What a load did, in numbers and in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.corrections.printed import label
from articles.loader.continuations import Turns
from articles.loader.plan import Plan
from articles.models import Correction
from articles.seeds import Problem

# So many names are told in a line; the rest are counted.
TOLD = 5


@dataclass
class Report:
    """What a load did (or, for a check, would do): counts, and the files that were left out or are doubtful."""

    loaded: int = 0
    unchanged: int = 0
    pruned: int = 0
    corrections: int = 0
    pages: int = 0
    articles: int = 0
    failed: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    conflicts: list[Correction] = field(default_factory=list)
    rebuilt: str = ""
    turns: Turns = Turns(0, 0, 0)

    @classmethod
    def of(cls, plan: Plan) -> "Report":
        """The report of a plan before anything is written."""
        return cls(unchanged=len(plan.unchanged), failed=plan.problems, warnings=plan.warnings, missing=plan.missing)

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.loaded or self.pruned or self.corrections or self.rebuilt)

    def lines(self, *, check: bool = False) -> Iterator[str]:
        """The report in Chinese, a sentence a line."""
        if self.missing and not self.pruned:
            yield f"{len(self.missing)} 版的文件已不在（{_some(self.missing)}），档案里仍保留；要删去请加 --prune。"
        for entry in self.conflicts:
            place = f"{entry.target} 的{label(entry.field)}"
            yield f"更正未能套用：{place}，原值“{entry.old}”已对不上；更正保留，请编辑核对。"
        if self.rebuilt:
            yield f"检索索引已重建：{self.rebuilt}。"
        yield self._counts(check=check)
        if any(self.turns):
            yield f"转版：{self.turns}。"

    def _counts(self, *, check: bool) -> str:
        done = [
            f"{'将装载' if check else '装载'} {self.loaded} 版",
            f"无变动 {self.unchanged} 版",
            *([f"删去 {self.pruned} 版"] if self.pruned else []),
            *([f"收入更正 {self.corrections} 条"] if self.corrections else []),
            f"未能读取 {len(self.failed)} 处" if self.failed else "全部可读",
        ]
        if not self.changed:
            done.insert(0, "没有变动")
        return f"{'，'.join(done)}。档案{'现' if check else '共'}有 {self.pages} 版 {self.articles} 篇。"


def _some(names: list[str]) -> str:
    return "、".join(names[:TOLD]) + ("…" if len(names) > TOLD else "")
