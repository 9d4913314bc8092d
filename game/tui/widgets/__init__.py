"""Widgets, each showing one value. They are given it from above and tell what happened by messages."""
