"""A process that builds one source after another: a line of JSON tells it which, a line of JSON tells what came of it.

Started by `pool`. It is a program of its own, and no child of `multiprocessing`, so that the script of whoever calls `build` is
not run again in it, and so that the death of one worker is the failure of one source.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from santegraph.build.article import Row, build_one


def main() -> None:
    """Answer each task on standard input until it ends. What anything else prints goes to standard error."""
    # Whoever interrupts the build interrupts the process that asks; this one ends when nothing more is asked.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        task = json.loads(line)
        result = build_one(task["name"], Path(task["folder"]), task["key"], Path(task["into"]))
        said = {"row": result.record} if isinstance(result, Row) else {"failure": result.message}
        try:
            answers.write(json.dumps(said) + "\n")
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # nobody listens any more


if __name__ == "__main__":
    main()
