"""The bands of the self-check of the small playbook."""

CHECK = "content/assessments/patience-check.yml"


def bands(*ranges: tuple[str, str]) -> str:
    rows = (
        f"    - {{id: band-{at}, at_least: {low}, at_most: {high}, title: B, meaning: B., recommends: [{{to: andy, why: Meet the man.}}]}}\n"
        for at, (low, high) in enumerate(ranges)
    )
    return "total:\n  method: sum\n  bands:\n" + "".join(rows)
