"""Of what: the thing that a figure counts, whose it is, where, and its verb."""
