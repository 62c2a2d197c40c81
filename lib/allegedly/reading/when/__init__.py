"""When: the time words that date a figure, and the days that they allow."""
