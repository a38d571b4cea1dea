"""A quantity told in two units or more, or with its fraction after the unit: 11秒8, 1分52秒3, 1米85, 5元8角."""

from __future__ import annotations

import re
from decimal import Decimal

from articles.reading.quantities.figures import Figure

# How much of the whole's unit each part is; 秒 and 分钟 are the units that times are told in.
_PARTS: dict[str, int | Decimal] = {
    "hours": 3600,
    "minutes": 60,
    "seconds": 1,
    "metres": 1,
    "yuan": 1,
    "jiao": Decimal("0.1"),
}


def compound(match: re.Match[str]) -> Figure | None:
    """The figure as one number of its unit: 11秒8 → 11.8秒, 2小时5分 → 125分钟, 5元8角 → 5.8元."""
    told = {name: Decimal(match[name]) for name in _PARTS if match[name]}
    fraction = next((match[name] for name in ("tenths", "centimetres") if match[name]), "")
    if len(told) + bool(fraction) < 2:
        return None
    value = sum((said * _PARTS[name] for name, said in told.items()), Decimal(f"0.{fraction or 0}"))
    start = min(match.start(name) for name in told)
    unit = _unit(match)
    value = value / 60 if unit == "分钟" else value
    about = (match["about"] or "").strip()
    return Figure(match.start(), match.end(), value.normalize(), None, (start, match.end()), unit, "", about)


def _unit(match: re.Match[str]) -> str:
    if match["yuan"] or match["metres"]:
        return "元" if match["yuan"] else "米"
    return "秒" if match["seconds"] else "分钟"
