"""收割: the address of OAI-PMH."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from articles.oai import answer


@csrf_exempt  # a posted query, which reads only (section 3.1.1 of the protocol)
def oai(request: HttpRequest) -> HttpResponse:
    """Answers by the protocol, errors of it too with status 200; never kept, for an answer tells its own time."""
    query = request.POST if request.method == "POST" else request.GET
    content = answer(query, request.build_absolute_uri, request.build_absolute_uri(reverse("oai")))
    headers = settings.OPEN_HEADERS | {"Cache-Control": "no-cache"}
    return HttpResponse(content, content_type="text/xml; charset=utf-8", headers=headers)
