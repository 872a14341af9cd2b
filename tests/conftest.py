"""What holds for every test."""

import os
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import settings

# No deadlines: a busy machine is not a bug. The long form tries ten times as many examples.
settings.register_profile("usual", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile("nightly" if os.environ.get("RATSBOTE_NIGHTLY") else "usual")

Figures: TypeAlias = Callable[[str], None]
_FIGURE = "figure"


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Figures:
    """Says a figure that was counted at the end of the run, whichever process of it counted."""

    def tell_figure(text: str) -> None:
        request.node.user_properties.append((_FIGURE, text))

    return tell_figure


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """All figures of the run, one a line."""
    figures = [
        text
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for name, text in report.user_properties
        if name == _FIGURE and report.when == "call"
    ]
    if figures:
        terminalreporter.section("figures")
    for text in sorted(figures):
        terminalreporter.line(text)
