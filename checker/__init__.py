"""A validation and linting pipeline for clinical-trial news."""

__version__ = "0.1.0"
