"""How much: the figures of a text, each with the interval it allows."""
