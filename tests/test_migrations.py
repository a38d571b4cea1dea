"""The migrations tell the whole story of the models."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change_of_the_models():
    call_command("makemigrations", check=True, dry_run=True)
