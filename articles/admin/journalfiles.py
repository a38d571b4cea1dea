"""The journal as a file, taken out of the archive and into it at the desk."""

import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles import loader
from articles.corrections.journal import FILE_NAME, export_lines
from articles.loader.report import Report

IMPORT = "articles.import"
MEGABYTES = 20
TOLD = 5


class FileForm(forms.Form):
    """A file of the journal."""

    file = forms.FileField(label="更正文件", help_text=f"export_corrections 写出的 {FILE_NAME}，不超过 {MEGABYTES} MB")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(f"文件太大：最多 {MEGABYTES} MB")
        return file


def urls(journal: admin.ModelAdmin) -> list:
    """The addresses for the journal's admin."""

    def take_in(request: HttpRequest) -> HttpResponse:
        return import_view(journal, request)

    def give_out(request: HttpRequest) -> HttpResponse:
        return export_view(journal, request)

    view = journal.admin_site.admin_view
    return [
        path("import/", view(take_in), name="articles_correction_import"),
        path("export/", view(give_out), name="articles_correction_export"),
    ]


def export_view(journal: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The whole journal as a download."""
    if not journal.has_view_permission(request):
        raise PermissionDenied
    disposition = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return StreamingHttpResponse(export_lines(), content_type="application/jsonl; charset=utf-8", headers=disposition)


def import_view(journal: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Asks for a file and takes its entries in; those known already change nothing."""
    if not request.user.has_perm(IMPORT):
        raise PermissionDenied
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        _tell(journal, request, form.cleaned_data["file"])
        return HttpResponseRedirect(reverse("admin:articles_correction_changelist"))
    context = {**journal.admin_site.each_context(request), "form": form, "title": "收入更正文件", "opts": journal.opts}
    return TemplateResponse(request, "admin/articles/import.html", context)


def _tell(journal: admin.ModelAdmin, request: HttpRequest, file: Any) -> None:
    try:
        report = _take_in(file)
    except loader.Busy as error:
        journal.message_user(request, str(error), messages.ERROR)
        return
    for problem in report.failed[:TOLD]:
        journal.message_user(request, f"第 {problem.line} 行：{problem.message}", messages.ERROR)
    if len(report.failed) > TOLD:
        journal.message_user(request, f"读不了的共 {len(report.failed)} 行，没有收入。", messages.ERROR)
    journal.message_user(request, f"收入更正 {report.corrections} 条，已有的不再收。", messages.SUCCESS)
    if report.conflicts:
        words = f"档案里有 {len(report.conflicts)} 条未能套用，可按状态筛选、核对。"
        journal.message_user(request, words, messages.WARNING)


def _take_in(file: Any) -> Report:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
        kept.flush()
        return loader.import_corrections(Path(kept.name))
