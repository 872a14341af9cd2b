"""Everything remembered: SQL and migrations."""
