"""The library of guidance as plain, frozen values: everything downstream reads this.

Nothing here knows of YAML, Markdown files, MkDocs or HTML. Inline text keeps the small
Markdown subset of ``handbook/content.md`` (bold, links, ``[[helpline]]``, marked quotations);
citations are lifted out into ``cites``.
"""

from karpear.model.actions import Action
from karpear.model.agreement import AgreementHeading, Promise
from karpear.model.artifacts import Artifact
from karpear.model.helplines import (
    BLOCK_CONTACTS,
    ContactKind,
    DatedSource,
    Helpline,
    HelplineStatus,
    Number,
    Platform,
    Verified,
)
from karpear.model.ledger import Fact, Source, Term, WordList
from karpear.model.library import Library
from karpear.model.names import (
    AgeBand,
    Audience,
    AudienceName,
    Bilingual,
    Kind,
    Language,
    NotApplicable,
    RiskCategory,
    RiskCell,
    State,
)
from karpear.model.packs import PRINTED, Pack
from karpear.model.pages import Block, BlockKind, Item, Page, Review, Section
from karpear.model.recordings import HOME, Recording, Sound
from karpear.model.shortids import ShortId

__all__ = [
    "BLOCK_CONTACTS",
    "HOME",
    "PRINTED",
    "Action",
    "AgeBand",
    "AgreementHeading",
    "Artifact",
    "Audience",
    "AudienceName",
    "Bilingual",
    "Block",
    "BlockKind",
    "ContactKind",
    "DatedSource",
    "Fact",
    "Helpline",
    "HelplineStatus",
    "Item",
    "Kind",
    "Language",
    "Library",
    "NotApplicable",
    "Number",
    "Pack",
    "Page",
    "Platform",
    "Promise",
    "Recording",
    "Review",
    "RiskCategory",
    "RiskCell",
    "Section",
    "ShortId",
    "Sound",
    "Source",
    "State",
    "Term",
    "Verified",
    "WordList",
]
