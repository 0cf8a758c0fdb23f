"""A calculator at work: its formulas as trees, and what comes out for given numbers.

`components/calculator/reckoning.js` does the same in the browser, from the data that `for_browser` gives.
"""

from generator.calculating.for_browser import for_browser
from generator.calculating.program import Program, program_of
from generator.calculating.worked import Worked, at_first, can_be_tried, filled_in

__all__ = ["Program", "Worked", "at_first", "can_be_tried", "filled_in", "for_browser", "program_of"]
