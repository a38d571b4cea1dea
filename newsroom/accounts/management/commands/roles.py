"""`roles`: makes the groups 编辑, 主编 and 管理员 what they should be; `prepare` calls it."""

from django.core.management import BaseCommand, CommandError

from newsroom.accounts import roles


class Command(BaseCommand):
    help = "建立或复原三个组：编辑（更正、核对）、主编（合并、撤回、收入）、管理员（帐号）。"

    def handle(self, *args, **options):
        try:
            changed = roles.ensure()
        except LookupError as error:
            raise CommandError(error.args[0]) from error
        if changed and options["verbosity"]:
            self.stdout.write(f"权限组已设好：{'、'.join(changed)}。")
