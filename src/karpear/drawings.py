"""Names of the drawings in ``docs/pictograms.svg``, for content that names one.

The sprite lies outside the content, so a check cannot look into it; a test keeps the two equal.
"""

from __future__ import annotations

_NAMES = """
add band-0-5 band-10-12 band-13-15 band-16-17 band-6-9 block book calendar call camera-off chat
children clock conduct contact content contract cross-cutting dash empty exit eye-closed family
four friends game gift globe grandparent halt hammock heart heart-hands hospital keep key krama
latch leaf lotus map microphone moon moto no-meeting now parents phone phone-private picture
place-off print radio report rice-pot safe-place scales scene-children scene-home school
school-bag search sign-hands speaker stop sun talk teachers tell tick to-page to-people
two-people two-talking umbrella village wallet wheelchair write
"""

DRAWINGS = frozenset(_NAMES.split())
