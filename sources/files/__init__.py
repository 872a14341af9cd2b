"""Pages and texts that somebody saved to disk."""

from sources.files.saved_files import read_file, read_files

__all__ = ["read_file", "read_files"]
