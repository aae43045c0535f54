"""Words before a date that tell what it dates; on plain lower-case text."""

from __future__ import annotations

import re

LEGAL = re.compile(
    r"(?:lois?|ordonnance|décret|arrêté|directive|circulaire|instruction|avenant)s?(?: [\w'-]+){0,8}? (?:du|de|pris le|le|d') ?$"
)
"""A text of law whose date follows."""
