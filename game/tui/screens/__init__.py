"""The screens, each a table of contents: what is on it, and one short handler a message."""
