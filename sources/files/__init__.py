"""Pages, texts and JSON that somebody saved to disk."""

from sources.files.json_files import Learned, learn
from sources.files.saved_files import files_in, read_file, read_files

__all__ = ["Learned", "files_in", "learn", "read_file", "read_files"]
