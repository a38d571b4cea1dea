"""How a typed value is read: what an editor is shown before it is saved."""

from articles.corrections.printed import part_of
from articles.reading import Credit, read_byline, read_dateline


def read_as(field: str, value: str) -> list[str]:
    """The parts that a typed signature or dateline is read as; nothing for other fields and for what cannot be read.

    本报记者 徐坊 → [记者 徐坊（本报）]; 本报湖州1月8日电 → [机构 本报, 地点 湖州, 日期 1月8日].
    """
    kind = part_of(field)
    if kind in ("bylines", "credits"):
        return [_credit(credit) for credit in read_byline(value)]
    line = read_dateline(value) if kind == "dateline" and value else None
    parts = {"机构": line.agency, "地点": line.place, "日期": line.date} if line else {}
    return [f"{name} {part}" for name, part in parts.items() if part]


def _credit(credit: Credit) -> str:
    if not credit.name:
        return " ".join(filter(None, [f"{credit.affiliation or ''}{credit.role or ''}", credit.action]))
    house = f"（{credit.affiliation}）" if credit.affiliation else ""
    return " ".join(filter(None, [credit.role, f"{credit.name}{house}", credit.action]))
