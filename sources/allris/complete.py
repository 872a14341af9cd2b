"""Whether an HTML page is all there: a cut page must never be read as a page with less on it."""

import re


def is_complete(html: str) -> bool:
    """The page ends in "</html>", and as many were closed as opened.

    The end alone proves nothing: each text of a paper is an embedded document that ends in "</html>" too.
    Comments are not counted ("<!--[if IE]><html>" opens nothing).
    """
    text = without_comments(html).rstrip()
    opened = len(re.findall(r"<html[\s>/]", text, re.IGNORECASE))
    closed = len(re.findall(r"</html\s{0,9}>", text, re.IGNORECASE))
    return opened > 0 and opened == closed and re.search(r"</html\s{0,9}>\Z", text[-20:], re.IGNORECASE) is not None


def without_comments(html: str) -> str:
    """An unfinished comment stays: it is a cut, not a comment. Looks at each character once."""
    pieces = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        end = html.find("-->", start + 2)
        if end < 0:
            break
        pieces.append(html[at:start])
        at = end + 3
    return "".join((*pieces, html[at:]))
