"""A text is cut into pieces that give it back; tokens carry their offsets."""

import pytest

from allegedly.reading.how_much.kinds import kinds
from allegedly.text.tokens import pieces, tokenise

CUTS = {
    "Wagner's 50,000 men": ["Wagner's", "50,000", "men"],
    "640bhp": ["640", "bhp"],
    "$3.4bn": ["$", "3.4", "bn"],
    "23-year-old": ["23", "-", "year", "-", "old"],
    "10 000 dollars": ["10 000", "dollars"],
    "6×10⁵ and 10^6": ["6×10⁵", "and", "10^6"],
    "at 3:30 or 3/4": ["at", "3:30", "or", "3/4"],
    "2½ cups": ["2", "½", "cups"],
    "see https://example.org/a?b=1 now": ["see", "https://example.org/a?b=1", "now"],
}


@pytest.mark.parametrize("text", CUTS)
def test_a_text_is_cut_into_words_numbers_and_signs(text):
    assert tokenise(text).words == CUTS[text]


@pytest.mark.parametrize("text", [*CUTS, "", " ", "ſİ — 10\u202f000 €½½½½\n\n9,9,9"])
def test_the_pieces_of_a_text_give_it_back(text):
    assert "".join(pieces(text)) == text


@pytest.mark.parametrize("text", CUTS)
def test_tokens_stand_where_their_offsets_say(text):
    tokens = tokenise(f"xx {text}", 3)
    assert [tokens.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


@pytest.mark.parametrize("text", CUTS)
def test_every_piece_has_one_kind(text):
    assert len(kinds(pieces(text))) == len(pieces(text))


def test_a_span_and_a_slice_give_the_tokens_between_two_offsets():
    tokens = tokenise("about 1,000 Wagner fighters")
    assert tokens.span(6, 18) == (1, 3)
    assert tokens.slice(1, 3) == "1,000 Wagner"
