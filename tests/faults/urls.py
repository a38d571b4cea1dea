"""The site's addresses, and a page that takes two seconds."""

import time

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

SECONDS = 2.0


def slow(request: HttpRequest) -> HttpResponse:
    time.sleep(SECONDS)
    return HttpResponse("done")


urlpatterns = [path("slow/", slow), path("", include("newsroom.urls"))]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.server_error"
