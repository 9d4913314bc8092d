"""How all of a scenario is reached: a player who looks for what nobody has heard yet, and what is left after him."""
