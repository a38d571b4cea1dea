"""What the bag says of itself: a data dictionary in both languages, and a Data Package for programs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from articles.bag.tables import TABLES, Column, Table

HERE = Path(__file__).parent
KINDS = {"text": "string", "integer": "integer", "number": "number"}


def readme() -> str:
    """The data dictionary as Markdown, Chinese before English."""
    return "".join(
        [*_in_language("zh", "权利：", "列 | 类型 | 含义"), *_in_language("en", "Rights: ", "column | type | meaning")]
    )


def _in_language(language: str, label: str, head: str) -> Iterator[str]:
    text = (HERE / f"readme.{language}.md").read_text("utf-8")
    yield text.format(name=settings.SITE_NAME, rights=f"\n\n{label}{settings.RIGHTS}" if settings.RIGHTS else "")
    yield from (_dictionary(table, language, head) for table in TABLES)


def _dictionary(table: Table, language: str, head: str) -> str:
    rows = (f"| `{column.name}` | {column.kind} | {_meaning(column, table, language)} |\n" for column in table.columns)
    return f"\n### {table.name}\n\n{getattr(table, language)}\n\n| {head} |\n| --- | --- | --- |\n{''.join(rows)}"


def _meaning(column: Column, table: Table, language: str) -> str:
    key = {"zh": "主键", "en": "key"}[language]
    notes = [key] * (column.name in table.key) + [f"→ {column.refers}"] * bool(column.refers)
    return getattr(column, language) + (f" ({', '.join(notes)})" if notes else "")


def data_package() -> str:
    """The description that programs read (datapackage.org, Tabular Data Package)."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "newspaper-archive",
        "title": settings.SITE_NAME,
        "resources": [_resource(table) for table in TABLES],
    }
    if settings.RIGHTS:
        package["licenses"] = [{"name": "rights", "title": settings.RIGHTS}]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    schema = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": list(_foreign_keys(table)),
    }
    return {
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": f"{table.zh} / {table.en}",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": KINDS[column.kind], "description": f"{column.zh} / {column.en}"}


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        if column.refers:
            resource = "" if column.refers == table.name else column.refers
            yield {"fields": column.name, "reference": {"resource": resource, "fields": "key"}}
