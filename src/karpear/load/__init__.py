"""Reading content: files → strict YAML and Markdown → the library, with findings."""

from karpear.load.library import Loaded, read_library

__all__ = ["Loaded", "read_library"]
