"""A document as analysed sentences: tokens, words, tags, phrases, clauses, quotations."""
