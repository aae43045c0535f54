"""Numbers said in French, to be read back."""

from __future__ import annotations


def spoken(n: int) -> str:
    """Say a number below a billion in French, in the spelling of 1990 without hyphens between thousands."""
    units = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    tens = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
    if n < 17:
        return units[n]
    if n < 20:
        return f"dix-{units[n - 10]}"
    if n < 70:
        rest = n % 10
        return tens[n // 10] + ("" if rest == 0 else " et un" if rest == 1 else f"-{units[rest]}")
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{spoken(n - 60)}"
    if n < 100:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{spoken(n - 80)}"
    if n < 1000:
        head = "cent" if n < 200 else f"{units[n // 100]} cent"
        return head + ("s" if n % 100 == 0 and n >= 200 else "" if n % 100 == 0 else f" {spoken(n % 100)}")
    if n < 10**6:
        head = (
            "mille"
            if n < 2000
            else f"{spoken(n // 1000).removesuffix('s') if n // 1000 % 100 in (0, 80) else spoken(n // 1000)} mille"
        )
        return head + ("" if n % 1000 == 0 else f" {spoken(n % 1000)}")
    head = f"{spoken(n // 10**6)} million" + ("s" if n >= 2 * 10**6 else "")
    return head + ("" if n % 10**6 == 0 else f" {spoken(n % 10**6)}")
