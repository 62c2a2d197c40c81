"""Four questions over the same sentence, a folder each; none imports another. `claims` joins their answers."""
