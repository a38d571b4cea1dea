"""The journal of corrections that editors wrote."""

import uuid

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Left, Now
from django.db.models.lookups import Exact

from articles.queries import CorrectionQuerySet


class Correction(models.Model):
    """更正: one entry of the append-only journal; withdrawing marks it, nothing deletes it."""

    class Kind(models.TextChoices):
        MISREAD = "misread", "档案误读（改读法）"
        MISPRINT = "misprint", "原报有误（照录，加注）"
        NAMING = "naming", "名称规范（人物、栏目）"
        CHECKED = "checked", "核对无误（读法存疑，无须更正）"

    class State(models.TextChoices):
        APPLIED = "applied", "已用"
        WITHDRAWN = "withdrawn", "已撤回"
        CONFLICT = "conflict", "未能套用"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    target = models.CharField(
        "对象", max_length=220, db_index=True, help_text="article:<key>, page:<key>, person:<key> or column:<key>"
    )
    page = models.CharField(
        "所在版面",
        max_length=200,
        blank=True,
        db_index=True,
        help_text="key of the page when written: tells reprints apart",
    )
    field = models.CharField("字段", max_length=60)
    old = models.TextField("原值", blank=True, help_text="value replaced: the precondition")
    new = models.TextField("新值", blank=True)
    kind = models.CharField("性质", max_length=10, choices=Kind, default=Kind.MISREAD)
    reason = models.CharField("理由", max_length=500)
    editor = models.CharField("编辑", max_length=150)
    created = models.DateTimeField("时间", db_default=Now())
    withdrawn_by = models.CharField("撤回者", max_length=150, blank=True)
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.APPLIED, help_text="computed by each load"
    )
    erratum = models.GeneratedField(
        expression=Case(
            When(~Q(old=F("new")), then=F("kind")),
            When(Exact(Left("target", 5), Value("page:")), then=Value("confirmed")),
            default=Value(""),
        ),
        output_field=models.CharField("勘误", max_length=10),
        db_persist=True,
        help_text="as readers are told it: the kind; confirmed for a fact of a page that stands as it was inferred",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        permissions = [
            ("correct", "可以更正元数据"),
            ("withdraw", "可以撤回更正"),
            ("merge", "可以合并、分开、改名人物与栏目"),
            ("import", "可以收入更正文件"),
        ]
        verbose_name = verbose_name_plural = "更正"
        ordering = ["created", "id"]
        # 勘误 is listed, narrowed and counted from the index alone.
        indexes = [
            models.Index(fields=["state", "-created", "id", "erratum", "page"], name="errata"),
            models.Index(fields=["-created", "id"], name="journal_by_time"),
            models.Index(fields=["editor", "-created", "id"], name="journal_by_editor"),
        ]

    def __str__(self):
        return f"{self.old or '（空）'} → {self.new or '（空）'}"

    @property
    def confirms(self) -> bool:
        """Whether it holds and says that a fact of a page is as it was inferred."""
        return self.state == self.State.APPLIED and self.target.startswith("page:") and self.old == self.new

    @property
    def is_correction(self) -> bool:
        """Whether it says that a printed value is wrong: 核对无误 says that none is."""
        return self.kind in (self.Kind.MISREAD, self.Kind.MISPRINT)
