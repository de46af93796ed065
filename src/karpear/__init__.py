"""Karpear: one library of child-online-protection guidance, many editions."""

__version__ = "0.1.0"
