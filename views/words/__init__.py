"""The phrases, one Fluent file per language."""
