"""The scripts of the site as they are served: without comments, indents and long names.

All scripts of a page share 6,000 bytes (contract.md), and the build needs no Node: the minifier is
tdewolff's, in a wheel. What comes out is held to the syntax of 2015, so that a script written for
an old phone is not made newer by being made shorter; the browser tests run what comes out.
"""

from __future__ import annotations

import minify

_SYNTAX_OF = 2015


def shortened(script: str) -> str:
    """The script with the same meaning in fewer bytes; MinifyError when it cannot be read."""
    minify.config({"js-version": _SYNTAX_OF})
    return str(minify.string("text/javascript", script)) + "\n"
