"""Archives and mail made in memory, for the readers' and the batch's tests."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage

GOOD = "全年发展会员36人。"


def make_zip(members: Iterable[tuple[str | bytes | zipfile.ZipInfo, str | bytes]], method: int = 8) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members:
            data = content if isinstance(content, bytes) else content.encode()
            archive.writestr(_in_bytes(name) if isinstance(name, bytes) else name, data)
    return stream.getvalue()


class _NameInBytes(zipfile.ZipInfo):
    """A member whose name is written as Windows does: bytes of a code page, without the mark of UTF-8."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  zipfile's hook
        return self.raw, self.flag_bits & ~0x800


def _in_bytes(name: bytes) -> zipfile.ZipInfo:
    info = _NameInBytes("x" * len(name))
    info.raw = name
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def make_tar(members: Iterable[tuple[str, bytes]], mode: str = "w:gz", encoding: str = "utf-8") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode, encoding=encoding, format=tarfile.GNU_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def make_mail(*attachments: tuple[str, bytes], html: bool = False) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "青山区总工会2018年工作总结"
    mail["From"] = "a@example.invalid"
    mail.set_content(f"<p>{GOOD}</p>" if html else GOOD, subtype="html" if html else "plain", charset="gb18030")
    for name, data in attachments:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()
