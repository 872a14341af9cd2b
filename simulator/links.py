"""Which addresses Telegram takes for a link."""

import re

_ADDRESS = re.compile(
    r"""(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?
        (?:[^/?\#@]*@)?
        (?P<host>\[[0-9A-Fa-f:.]+\]|[^/?\#:@\s]*)
        (?::(?P<port>[^/?\#]*))?
        (?P<rest>[/?\#].*)?$""",
    re.VERBOSE | re.DOTALL,
)
_SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})
_INNER = frozenset({"tg", "ton"})


class WrongLink(ValueError):
    """No link; the text is Telegram's reason."""


def checked_link(address: str) -> str:
    """The address as Telegram stores it: with a scheme and a path."""
    found = _ADDRESS.match(address.strip())
    if found is None:
        raise WrongLink("Wrong HTTP URL")
    scheme = (found["scheme"] or "http").lower()
    if scheme not in _SCHEMES:
        raise WrongLink("Unsupported URL protocol")
    if scheme in _INNER:
        return address.strip()
    _check_host(found["host"], found["port"])
    rest = found["rest"] or ""
    port = f":{found['port']}" if found["port"] else ""
    return f"{scheme}://{found['host'].lower()}{port}{rest if rest.startswith('/') else '/' + rest}"


def _check_host(host: str, port: str | None) -> None:
    if not host:
        raise WrongLink("URL host is empty")
    if port is not None and not (port.isdecimal() and 0 < int(port) < 65536):
        raise WrongLink("Wrong port number specified in the URL")
    if "." not in host and not host.startswith("["):
        raise WrongLink("Wrong HTTP URL")
