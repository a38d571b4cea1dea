"""The answer to a request: the envelope, and in it what the verb asks for or what is wrong."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from articles.characters import legible
from articles.models import Article, Page, Tombstone
from articles.oai import arguments, listing, moments, records, sets, tokens
from articles.oai.arguments import PREFIX, RESUME, Request
from articles.oai.errors import Refused
from articles.oai.markup import add, document
from articles.oai.records import Address
from articles.oai.tokens import Token
from articles.queries.harvest import earliest

OAI = "http://www.openarchives.org/OAI/2.0/"
ENVELOPE = {
    "xmlns": OAI,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{OAI} {OAI}OAI-PMH.xsd",
}
SETS_A_PART = 500


def answer(query: QueryDict, address: Address, base: str) -> bytes:
    """The XML document that answers the query; address makes a path absolute, base is the protocol's own address."""
    request, body = Request(), Element("body")
    try:
        request = arguments.read(query)
        _VERBS[request.verb](add(body, request.verb), request, address, base)
    except Refused as refused:
        body = Element("body")
        for code, message in refused.faults:
            add(body, "error", message, code=code)
        # The arguments are told back only where they could be understood (section 3.2).
        request = Request() if refused.not_understood else request
    return document(_enveloped(request, body, base))


def _enveloped(request: Request, body: Element, base: str) -> Element:
    root = Element("OAI-PMH", ENVELOPE)
    add(root, "responseDate", moments.shown(timezone.now()))
    told = add(root, "request", base, **({"verb": request.verb} if request.verb else {}))
    told.attrib.update({name: legible(value) for name, value in request.given.items()})
    root.extend(body)
    return root


def _identify(parent: Element, request: Request, address: Address, base: str) -> None:
    add(parent, "repositoryName", settings.SITE_NAME)
    add(parent, "baseURL", base)
    add(parent, "protocolVersion", "2.0")
    add(parent, "adminEmail", settings.CONTACT_EMAIL)
    first = earliest(Article.objects.all(), Tombstone.objects.all())
    add(parent, "earliestDatestamp", moments.shown(first or timezone.now()))
    # Tombstones are kept as long as the database; one built anew from the seeds has none.
    add(parent, "deletedRecord", "transient")
    add(parent, "granularity", moments.GRANULARITY)
    scheme = add(add(parent, "description"), "oai-identifier", xmlns=f"{OAI}oai-identifier")
    add(scheme, "scheme", "oai")
    add(scheme, "repositoryIdentifier", settings.OAI_NAMESPACE)
    add(scheme, "delimiter", ":")
    add(scheme, "sampleIdentifier", records.identifier("0123456789"))


def _list_metadata_formats(parent: Element, request: Request, address: Address, base: str) -> None:
    if "identifier" in request.given:
        _find(request.get("identifier"))
    told = add(parent, "metadataFormat")
    add(told, "metadataPrefix", PREFIX)
    add(told, "schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    add(told, "metadataNamespace", records.DC["xmlns:oai_dc"])


def _list_sets(parent: Element, request: Request, address: Address, base: str) -> None:
    token = tokens.read(request.get(RESUME), request.verb) if RESUME in request.given else Token(request.verb)
    every = list(sets.listed(Page.objects.all(), Article.objects.all()))
    end = token.cursor + SETS_A_PART
    for one, name in every[token.cursor : end]:
        told = add(parent, "set")
        add(told, "setSpec", one.spec)
        add(told, "setName", name)
    here = Token(request.verb, cursor=token.cursor, total=len(every))
    _add_token(parent, here, Token(request.verb, cursor=end, total=len(every)) if end < len(every) else None)


def _list_identifiers(parent: Element, request: Request, address: Address, base: str) -> None:
    rows, here, onward = listing.part(request)
    for row in _whole(rows, records.with_pages):
        records.add_header(parent, row)
    _add_token(parent, here, onward)


def _list_records(parent: Element, request: Request, address: Address, base: str) -> None:
    rows, here, onward = listing.part(request)
    for row in _whole(rows, records.with_parts):
        records.add_record(parent, row, address)
    _add_token(parent, here, onward)


def _get_record(parent: Element, request: Request, address: Address, base: str) -> None:
    listing.check_prefix(request)
    [row] = _whole([_find(request.get("identifier"))], records.with_parts)
    records.add_record(parent, row, address)


def _find(text: str) -> listing.Row:
    key = records.key_of(text)
    found = Article.objects.filter(key=key).first() or Tombstone.objects.filter(key=key).first()
    if not found:
        raise Refused(("idDoesNotExist", "没有这个标识的记录"))
    return found


def _whole(rows: list[listing.Row], companions: Callable[[QuerySet], QuerySet]) -> list[listing.Row]:
    """The rows, articles with the companions that are told of."""
    keys = [row.pk for row in rows if isinstance(row, Article)]
    articles = companions(Article.objects.filter(pk__in=keys)).in_bulk()
    return [articles[row.pk] if isinstance(row, Article) else row for row in rows]


def _add_token(parent: Element, here: Token, onward: Token | None) -> None:
    """Whole lists bear none; the last part of others an empty one (section 3.5)."""
    if onward or here.cursor:
        numbers = {"completeListSize": str(here.total), "cursor": str(here.cursor)}
        add(parent, RESUME, str(onward or ""), **numbers)


_VERBS: dict[str, Callable[[Element, Request, Address, str], None]] = {
    "Identify": _identify,
    "ListMetadataFormats": _list_metadata_formats,
    "ListSets": _list_sets,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
    "GetRecord": _get_record,
}
