"""Words of an event that a text reports: presented, published, announced; on plain lower-case text."""

from __future__ import annotations

import re

CUE = re.compile(
    r"conseil des ministres|conférence de presse|présent(?:é|ée|és|ées|ait|aient|e|ent)\b|a fait le point|fait un point|point d'étape|communiqué|a annoncé|annonçait|dévoil|publi(?:é|ée|és|ées)\b|mis(?:e)? à jour|bilan"
)
