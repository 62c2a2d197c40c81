"""Whether two speakers are one."""


def one_voice(first: str | None, second: str | None) -> bool:
    """Whether two speakers are one: the words of one name are all in the other.

    >>> one_voice("John Kirby", "spokesman John Kirby"), one_voice("Reuters", None)
    (True, False)
    """
    if not first or not second:
        return False
    short, long = sorted((set(first.lower().split()), set(second.lower().split())), key=len)
    return short <= long
