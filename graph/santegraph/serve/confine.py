"""Shut a worker in before it runs a query: no new socket, no program started, no file written, no more memory than it is given.

The query engine has its own HTTP client, which Python's audit hooks do not see; so the calls are refused by the kernel (seccomp,
Linux on x86-64 and ARM64). Elsewhere the judge of `ask.guard` stands alone, which refuses a query that would call.
"""

from __future__ import annotations

import ctypes
import platform
import signal
import struct
import sys

_CALLS = {
    "x86_64": (0xC000003E, {"socket": 41, "connect": 42, "execve": 59, "execveat": 322, "ptrace": 101}),
    "aarch64": (0xC00000B7, {"socket": 198, "connect": 203, "execve": 221, "execveat": 281, "ptrace": 117}),
}
"""By machine: its audit number, and the numbers of the system calls that are refused (linux/audit.h, asm/unistd.h)."""

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _DIE_WITH_PARENT = 38, 22, 2, 1
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 1, 0x80000000
_X32 = 0x40000000


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("rules", ctypes.c_char_p)]


def die_with_parent() -> None:
    """Let the system end this process when the one that started it ends, however it does (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def refuse_network() -> bool:
    """Let the kernel refuse this thread, and those that it starts, the network and other programs; return whether it does.

    It cannot be undone.
    """
    known = _CALLS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    rules = _rules(*known)
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    program = _Program(len(rules) // 8, rules)
    return system.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0


def _rules(machine: int, calls: dict[str, int]) -> bytes:
    """Return a BPF program that answers EPERM to the calls and ends a process that speaks another machine's calls."""
    load, equal, at_least, answer = 0x20, 0x15, 0x35, 0x06
    numbers = list(calls.values())
    steps = [(load, 0, 0, 4), (equal, 1, 0, machine), (answer, 0, 0, _KILL), (load, 0, 0, 0), (at_least, len(numbers) + 1, 0, _X32)]
    steps += [(equal, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    steps += [(answer, 0, 0, _ALLOW), (answer, 0, 0, _REFUSE)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def bound(memory: int) -> None:
    """Set the limits that any Unix knows: no file grows, no core is dumped, and only `memory` more bytes are taken."""
    try:
        import resource
    except ImportError:  # Windows has none of these
        return
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for kind, most in ((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, _size() + memory)):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def _size() -> int:
    """Return the bytes of address space in use; where the system does not tell, enough for a worker at rest."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 4 * 1024 * 1024 * 1024
