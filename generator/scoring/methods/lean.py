"""The sum, shown as a tendency between two sides."""

from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Found, Method, Tally


def _tally(found: Found) -> Tally:
    sides = [0, 0, 0]
    for item, value in found:
        twice, middle = 2 * value, item.values[0] + item.values[-1]
        sides[0 if twice < middle else 1 if twice == middle else 2] += 1
    return (sides[0], sides[1], sides[2])


METHOD = Method(working=Adding(), tally=_tally)
