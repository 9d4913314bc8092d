"""The only part that writes saves: one append-only file a session."""
