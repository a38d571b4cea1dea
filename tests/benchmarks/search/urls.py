"""The site's addresses, and the plain template page that says how fast the machine serves any page."""

from django.urls import include, path
from django.views.generic import TemplateView

PLAIN = "benchmark/plain/"

urlpatterns = [
    path(PLAIN, TemplateView.as_view(template_name="base.html")),
    path("", include("newsroom.urls")),
]
