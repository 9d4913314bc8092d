"""The game without a screen: a scenario, a seed and moves are folded into turns. Pure, standard library only."""
