"""Identifier grammars of every registry."""
