"""The screens: the only part of the game that knows Textual. They show what the core folds and hold no rule."""
