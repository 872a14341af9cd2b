"""What ends a command: one sentence for a person, and an exit code."""


class CommandError(Exception):
    """The command cannot go on. `str()` is the sentence for stderr, `exit_code` what the shell gets."""

    def __init__(self, sentence: str, *, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


class SettingsError(CommandError):
    """Settings are missing or wrong; the sentence names all of them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, exit_code=78)  # EX_CONFIG of sysexits.h
