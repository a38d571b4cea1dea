"""What the protocol calls an error: a code of its section 3.6 and a sentence, told in an answer of status 200."""


class Refused(Exception):
    """A request that cannot be answered; faults are (code, message), one or more."""

    def __init__(self, *faults: tuple[str, str]) -> None:
        super().__init__(*faults)
        self.faults = faults

    @property
    def not_understood(self) -> bool:
        return any(code in ("badVerb", "badArgument") for code, _ in self.faults)
