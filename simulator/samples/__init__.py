"""The papers of the sample council: one real one, written down by us, and invented ones."""
