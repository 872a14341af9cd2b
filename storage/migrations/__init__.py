"""Numbered SQL files, `0001_papers.sql` and on; `storage/migrating.py` runs each in one transaction.

A file once released is never changed: what comes later is a new file.
"""
