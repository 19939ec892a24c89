"""The text of the project's own JSON Schemas. Nothing is validated here, and nothing heavy imported."""

from __future__ import annotations

import os
from functools import cache

HERE = os.path.dirname(os.path.abspath(__file__))

FOLDERS = (os.path.join(HERE, "data", "schemas"), os.path.join(os.path.dirname(HERE), "schemas"))
"""Where the schemas are: inside an installed package, beside the package in a clone."""


@cache
def schema_text(name: str) -> str:
    """The text of `<name>.schema.json`: article, trial, settings … Or FileNotFoundError."""
    for folder in FOLDERS:
        path = os.path.join(folder, f"{name}.schema.json")
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    raise FileNotFoundError(f"{name}.schema.json")
