"""Whom we serve: the people in the chats and what they asked for."""
