"""Who answers for what is stored here (the controller of Art. 4 no. 7 GDPR), as the operator says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Controller:
    """`authority` is where people can complain. None: the operator did not say."""

    name: str | None = None
    contact: str | None = None
    authority: str | None = None
