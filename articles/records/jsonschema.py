"""The words in which objects are described: JSON Schema 2020-12."""

from typing import Any

from articles.models import Page

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
AMOUNT: Schema = {"type": "number"}
YES: Schema = {"type": "boolean"}
SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
DAY: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
ADDRESS: Schema = {"type": "string", "format": "uri-reference"}
BASIS: Schema = {
    "enum": list(Page.Basis.values),
    "description": "；".join(f"{value} {label}" for value, label in Page.Basis.choices),
}


def said(schema: Schema, words: str) -> Schema:
    return schema | {"description": words}


def maybe(schema: Schema) -> Schema:
    """The same, or null where it is not printed or not known."""
    return {"anyOf": [schema, {"type": "null"}]} if "$ref" in schema else schema | {"type": [schema["type"], "null"]}


def many(schema: Schema, words: str = "") -> Schema:
    return {"type": "array", "items": schema} | ({"description": words} if words else {})


def by_name(schema: Schema, words: str) -> Schema:
    return {"type": "object", "additionalProperties": schema, "description": words}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def record(words: str, /, **properties: Schema) -> Schema:
    """An object with all these properties and no others."""
    return {
        "type": "object",
        "description": words,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
