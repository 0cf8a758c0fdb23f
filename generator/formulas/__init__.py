"""Formulas: parsed, evaluated, and written for people."""
