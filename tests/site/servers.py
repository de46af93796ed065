"""Real servers for the tests: Debian's nginx with ``deploy/nginx.conf``, Apache with ``.htaccess``.

The nginx speaks https with a certificate of its own, which the client trusts, so the rules for
https can be tested on loopback, too. Only free ports and folders of the test are used.
"""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.site.conftest import ROOT
from tests.site.observatory import Answer

HOST = "karpear.example"
SBIN = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"
APACHE_MODULES = ("mpm_event", "authz_core", "mime", "dir", "alias", "headers", "deflate", "filter")
NGINX_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server; ``secure`` is its https port where it has one."""

    root: Path
    home: Path
    plain: int
    secure: int = 0

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask over https where there is some."""
        if not self.secure:
            return self.ask_plain(path, **headers)
        trust = ssl.create_default_context(cafile=str(self.home / "cert.pem"))
        return _ask(
            http.client.HTTPSConnection("127.0.0.1", self.secure, context=trust), path, headers
        )

    def ask_plain(self, path: str, **headers: str) -> Answer:
        return _ask(http.client.HTTPConnection("127.0.0.1", self.plain), path, headers)


def _ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
    """One request; header names with ``_`` for ``-``. The body is unpacked."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", f"/{path}", headers={"Host": HOST, **sent})
    response = connection.getresponse()
    body = response.read()
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in found else value
    connection.close()
    if found.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return Answer(status=response.status, headers=found, body=body.decode("utf-8", "replace"))


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _program(name: str) -> str:
    found = shutil.which(name, path=SBIN)
    assert found, f"{name} is missing: `make setup-dev` installs it"
    return found


@contextmanager
def _run(command: list[str], home: Path, port: int) -> Iterator[None]:
    """Run a server in the foreground until the tests are over."""
    with (home / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=home, stdout=output, stderr=output)
        try:
            for _ in range(200):
                assert process.poll() is None, (home / "output").read_text("utf-8")
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait(10)


def _configured(home: Path, root: Path, plain: int, secure: int) -> str:
    """``deploy/nginx.conf`` with the places and ports of this test in the place of the real ones."""
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen [::]:80;", ""),
        ("listen [::]:443 ssl http2;", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("/etc/letsencrypt/live/karpear.example/fullchain.pem", f"{home}/cert.pem"),
        ("/etc/letsencrypt/live/karpear.example/privkey.pem", f"{home}/key.pem"),
        ("/etc/nginx/karpear/", f"{root}/_nginx/"),
        ("/srv/karpear/site", str(root)),
        ("/var/log/nginx/", f"{home}/logs/"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text


@contextmanager
def run_nginx(www: Path, home: Path) -> Iterator[Server]:
    """As Debian runs it, whose own settings log every request and know fewer types."""
    (home / "logs").mkdir()
    plain, secure = _free_ports(2)
    _write_certificate(home)
    (home / "site.conf").write_text(_configured(home, www, plain, secure), "utf-8")
    temporary = "".join(f"{name}_temp_path {home}/{name};\n" for name in NGINX_TEMPORARY)
    (home / "main.conf").write_text(
        f"pid {home}/pid;\nerror_log {home}/logs/error.log;\nevents {{}}\nhttp {{\n{temporary}"
        "include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n"
        f"access_log {home}/logs/access.log;\ninclude {home}/site.conf;\n}}\n",
        "utf-8",
    )
    command = [_program("nginx"), "-p", f"{home}/", "-c", f"{home}/main.conf"]
    command += ["-e", f"{home}/start.log"]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert (tried.returncode, "[warn]" in tried.stderr) == (0, False), tried.stderr
    with _run([*command, "-g", "daemon off;"], home, secure):
        yield Server(root=www, home=home, plain=plain, secure=secure)


def _write_certificate(home: Path) -> None:
    key = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    key += ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST},IP:127.0.0.1"]
    key += ["-keyout", f"{home}/key.pem", "-out", f"{home}/cert.pem"]
    subprocess.run(key, check=True, capture_output=True)


@contextmanager
def run_apache(www: Path, home: Path) -> Iterator[Server]:
    """A shared host as far as it goes: ``.htaccess`` decides, and there is only http."""
    (plain,) = _free_ports(1)
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in APACHE_MODULES
    )
    account = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (home / "apache.conf").write_text(
        f'ServerRoot "{home}"\nServerName {HOST}\nListen 127.0.0.1:{plain}\nPidFile {home}/pid\n'
        f'DefaultRuntimeDir "{home}"\n{modules}{account}ErrorLog {home}/error.log\n'
        f'TypesConfig /dev/null\nDocumentRoot "{www}"\n'
        f'<Directory "{www}">\nAllowOverride All\nRequire all granted\n</Directory>\n',
        "utf-8",
    )
    command = [_program("apache2"), "-f", f"{home}/apache.conf", "-DFOREGROUND"]
    with _run(command, home, plain):
        yield Server(root=www, home=home, plain=plain)
