"""Reading a sentence: one question a file, each over the same tokens."""
