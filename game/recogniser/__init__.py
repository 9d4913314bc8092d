"""Text in, Reading out: what a reply was heard to do, with the words that show it."""
