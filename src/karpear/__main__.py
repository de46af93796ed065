"""``python -m karpear``."""

import sys

from karpear.cli import main

sys.exit(main())
