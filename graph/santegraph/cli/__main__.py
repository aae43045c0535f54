"""Run the command line as `python -m santegraph.cli`."""

from __future__ import annotations

from . import main

main()
