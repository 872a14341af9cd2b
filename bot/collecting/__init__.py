"""Collecting: what the configured councils publish is read in rounds and remembered."""
