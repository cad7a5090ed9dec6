"""Mail: subject, sender's date and text of a saved message.

Enters: the bytes of an .eml. Leaves: a Document: the subject as headline, then the plain text, or the HTML where
there is no other. Next: ``pipeline``. Attachments are files of their own: ``io.find`` asks for them.
"""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from unionie.errors import InputError
from unionie.io.decode import decode
from unionie.io.readers import Document
from unionie.io.readers.html import read_markup

__all__ = ["find_attachments", "parse", "read"]


def read(data: bytes) -> Document:
    """Return subject and text; raise InputError for a message without text."""
    message = parse(data)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise InputError("the message holds no text")
    payload = body.get_payload(decode=True)
    text, encoding = _decode_part(payload if isinstance(payload, bytes) else b"", body.get_content_charset())
    if body.get_content_type() == "text/html":
        text = read_markup(text)
    subject = " ".join(str(message.get("subject") or "").split())
    return Document(f"{subject}\n{text}" if subject and not text.startswith(subject) else text, encoding)


def find_attachments(data: bytes) -> list[tuple[str, bytes]]:
    """Return names and bytes of the attached files; raise InputError for what is no mail."""
    found = []
    try:
        for part in parse(data).iter_attachments():
            payload = part.get_payload(decode=True)
            name = part.get_filename()
            if name and isinstance(payload, bytes):
                found.append((name, payload))
    except (AttributeError, LookupError, ValueError, TypeError, RecursionError) as error:  # a message without parts
        raise InputError(f"the attachments cannot be read ({type(error).__name__})") from error
    return found


def parse(data: bytes) -> EmailMessage:
    """Return the message; raise InputError where there is none."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        headers = message.keys()
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:  # what broken headers do
        raise InputError(f"is a damaged mail ({type(error).__name__})") from error
    if not headers:
        raise InputError("is no mail: it has no header")
    assert isinstance(message, EmailMessage)  # noqa: S101  by the policy
    return message


def _decode_part(payload: bytes, charset: str | None) -> tuple[str, str]:
    try:
        return decode(payload)
    except InputError:
        if charset is None:
            raise
        try:
            return payload.decode(charset), charset
        except (UnicodeDecodeError, LookupError) as error:
            raise InputError(f"the text is not {charset}, as the message says") from error
