"""The answers added up."""

from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Method

METHOD = Method(working=Adding())
