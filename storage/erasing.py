"""A chat is forgotten: of it and its topics nothing stays."""

import sqlite3

# What it follows, what it was told and its notices go with it (ON DELETE CASCADE).
SUBSCRIBERS = "DELETE FROM subscribers WHERE chat = :chat"
QUESTIONS = "DELETE FROM wanted WHERE chat = :chat"


def erase_chat(connection: sqlite3.Connection, chat: int) -> bool:
    """Whether there was anything of it. `secure_delete` overwrites it in the file; the log beside it follows with the
    next checkpoint.
    """
    erased = [connection.execute(sql, {"chat": chat}).rowcount for sql in (SUBSCRIBERS, QUESTIONS)]
    return any(erased)
