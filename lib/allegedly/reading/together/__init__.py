"""Which figures belong together: frames, and what the article speaks of."""
