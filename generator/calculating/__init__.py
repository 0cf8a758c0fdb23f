"""A calculator at work: its formulas as trees, and what comes out for given numbers.

`components/calculator/reckoning.js` does the same in the browser, from the data that `for_browser` gives.
"""

from generator.calculating.for_browser import for_browser
from generator.calculating.program import Program
from generator.calculating.worked import Worked

__all__ = ["Program", "Worked", "for_browser"]
