"""Who says so: the speaker, cue and stance of each figure."""
