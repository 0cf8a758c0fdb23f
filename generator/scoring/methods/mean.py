"""The answers added up and divided by their number."""

from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Method

METHOD = Method(working=Adding(mean=True), places=1)
