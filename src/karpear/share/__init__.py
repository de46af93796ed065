"""Pictures that a link brings along when it is shared: one a page and shape, in its language.

No number stands on them: networks keep a picture for years. Pages that a child may read share one
picture that says nothing of their matter (handbook/embeds.md).
"""

from karpear.share.names import SHAPES, is_possible, picture_path
from karpear.share.picture import Picture, draw, picture_of

__all__ = ["SHAPES", "Picture", "draw", "is_possible", "picture_of", "picture_path"]
