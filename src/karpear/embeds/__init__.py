"""Cards for other people's pages: what has one, where it lies, how it is framed.

A card is a small page of its own below ``/embed/``: no script needed, nothing stored, nothing
fetched from elsewhere, help on every one (handbook/embeds.md).
"""
