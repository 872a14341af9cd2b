"""What ALLRIS 3 and the machines before it say instead of a page, mostly with HTTP 200."""

from simulator.council.pages.markup import page_bytes, text


def no_information() -> bytes:
    """For keys that do not exist and for those that are not public: nobody can tell which."""
    return _bare("Keine Information verfügbar")


def access_denied(program: str) -> bytes:
    """For a program that this installation does not offer, e.g. "si010.asp"."""
    return _bare(f"Zugriff verweigert (Programm {text(program)}).")


def not_authorized() -> bytes:
    """noauth.asp."""
    return _bare("Sie sind nicht berechtigt, die Information zu sehen.")


def object_moved(to: str) -> bytes:
    """The body of a redirect."""
    return page_bytes(
        f"<head><title>Object moved</title></head>\n<body><h1>Object Moved</h1>"
        f'This object may be found <a HREF="{text(to)}">here</a>.</body>\n'
    )


def login_page() -> bytes:
    return _bare(
        '<h1>Anmeldung</h1><form action="/bi/anmelden.asp" method="post">'
        'Benutzername: <input type="text" name="user" /> Kennwort: <input type="password" name="pass" />'
        '<input type="submit" value="Anmelden" /></form>'
    )


def maintenance_page() -> bytes:
    return _bare(
        "<h1>Wartungsarbeiten</h1><p>Das Ratsinformationssystem steht wegen Wartungsarbeiten vorübergehend nicht zur "
        "Verfügung. Wir bitten um Verständnis.</p>"
    )


def session_expired() -> bytes:
    return _bare("<p>Sitzung abgelaufen. Bitte rufen Sie die Startseite neu auf.</p>")


def cookie_wall() -> bytes:
    return _bare("<p>Bitte aktivieren Sie Cookies in Ihrem Browser, um fortzufahren.</p>")


def _bare(content: str) -> bytes:
    return page_bytes(f"<html><head><title>ALLRIS net</title></head><body>{content}</body></html>\n")
