"""A Telegram update becomes an answer; one file per conversation."""
