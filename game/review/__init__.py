"""A session in, a debrief out: what each line did and what would have done better. Pure."""
