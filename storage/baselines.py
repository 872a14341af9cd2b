"""What a chat would have known before a change nobody told it of: laid down first, so that the difference shows."""

import sqlite3
from datetime import datetime

from council.served.notices import Subject
from council.served.telling import before_change
from council.served.telling_papers import before_changes
from council.served.told import ToldPaper
from storage.changes import StoredChange, load_changes
from storage.papers import paper_by_row
from storage.told import tell_paper, tell_session, told_paper, told_session
from storage.ways import way_of_paper

# Of one paper, told by its own page or by agendas.
OPEN_OF_PAPER = """
SELECT open.id FROM papers CROSS JOIN changes AS open
WHERE papers.id = :row AND open.state = 'open' AND open.body = papers.body
    AND (open.of_paper = papers.id OR open.paper = papers.reference)
ORDER BY open.serial
"""


class Baselines:
    """Of one change, for as many chats as one transaction serves."""

    def __init__(self, connection: sqlite3.Connection, change: StoredChange) -> None:
        self._connection = connection
        self._change = change
        self._of_session = before_change(change.change, None) is not None
        self._of_papers: dict[int, ToldPaper | None] = {}

    def lay(self, subscriber: int, subject: Subject, *, now: datetime) -> None:
        """What the chat was told already stays; only what is open in it is filled in."""
        if subject.kind == Subject.PAPER:
            self._lay_paper(subscriber, subject.row, now)
        elif self._of_session:
            self._lay_session(subscriber, subject.row, now)

    def _lay_session(self, subscriber: int, meeting: int, now: datetime) -> None:
        told = told_session(self._connection, subscriber, meeting)
        known = before_change(self._change.change, told)
        if known is not None and known != told:
            tell_session(self._connection, subscriber, meeting, known, now=now)

    def _lay_paper(self, subscriber: int, paper: int, now: datetime) -> None:
        if told_paper(self._connection, subscriber, paper) is not None:
            return
        if paper not in self._of_papers:
            self._of_papers[paper] = self._before_changes(paper)
        known = self._of_papers[paper]
        if known is not None:
            tell_paper(self._connection, subscriber, paper, known, now=now)

    def _before_changes(self, row: int) -> ToldPaper | None:
        paper = paper_by_row(self._connection, row)
        if paper is None:
            return None
        found = [each["id"] for each in self._connection.execute(OPEN_OF_PAPER, {"row": row})]
        changes = [each.change for each in load_changes(self._connection, found)]
        return before_changes(way_of_paper(self._connection, paper), changes)
