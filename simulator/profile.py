"""What a bot says of itself: commands by scope and language, descriptions by language."""

from dataclasses import dataclass

from simulator.answers import JsonObject

Command = tuple[str, str]  # name, description


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a list of commands is for; `chat_id` and `user_id` only for the kinds that have them."""

    kind: str = "default"
    chat_id: int = 0
    user_id: int = 0


class Profile:
    """`language` is a two-letter code or empty for everybody else."""

    def __init__(self) -> None:
        self._commands: dict[tuple[Scope, str], tuple[Command, ...]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}

    def set_commands(self, scope: Scope, language: str, commands: tuple[Command, ...]) -> None:
        if commands:
            self._commands[scope, language] = commands
        else:
            self._commands.pop((scope, language), None)

    def commands(self, scope: Scope, language: str) -> tuple[Command, ...]:
        """Those set for exactly this scope and language."""
        return self._commands.get((scope, language), ())

    def shown(self, language: str) -> tuple[Command, ...]:
        """What somebody with this language sees in a private chat."""
        for kind in ("all_private_chats", "default"):
            for each in (language, ""):
                if commands := self.commands(Scope(kind), each):
                    return commands
        return ()

    def as_page(self, language: str) -> JsonObject:
        return {
            "description": in_language(self.descriptions, language),
            "short_description": in_language(self.short_descriptions, language),
            "commands": [commands_as_json(each) for each in self.shown(language)],
        }


def in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("", "")


def commands_as_json(command: Command) -> JsonObject:
    return {"command": command[0], "description": command[1]}
