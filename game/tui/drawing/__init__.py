"""What is drawn from numbers: pure functions, so that they can be looked at and tested without a screen."""
