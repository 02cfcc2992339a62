#!/usr/bin/env python3
"""A relay behind real reverse proxies with TLS: pairing, sync and a watch through each.

    python3 Tests/proxies.py [BIN]         BIN: where the executables are; .build/debug by default

Needs root (for certificates that only this run trusts, in a mount namespace of its own), openssl, and
what is to be tried: nginx, caddy, haproxy (Debian's packages of these names). Each is tried with the
lines that Sources/AfterwitRelayCommand/README.md gives, at the top and under a path that it takes off,
and in a form that cuts, keeps or compresses what it should pass on. Prints a table: how long it took
until what one machine wrote was at the other, while one of them watches, also after the proxy was
killed; `no` where it never came. Ends with 1 where there is a `no`.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PATIENCE = 60

NGINX = """
daemon off; pid %(folder)s/pid; error_log %(folder)s/errors; worker_processes 1;
events { worker_connections 256; }
http {
  access_log off; client_body_temp_path %(folder)s/body; proxy_temp_path %(folder)s/kept;
  fastcgi_temp_path %(folder)s/f; uwsgi_temp_path %(folder)s/u; scgi_temp_path %(folder)s/s;
  server {
    listen 127.0.0.1:%(port)d ssl;
    ssl_certificate %(tls)s/certificate; ssl_certificate_key %(tls)s/key;
    location %(path)s/ {
      proxy_pass http://127.0.0.1:%(relay)d/;
      %(lines)s
    }
  }
}
"""
CADDY = """
{
  admin off
  auto_https off
  skip_install_trust
}
https://localhost:%(port)d {
  tls %(tls)s/certificate %(tls)s/key
  %(lines)s
  handle_path %(path)s/* {
    reverse_proxy 127.0.0.1:%(relay)d %(options)s
  }
  respond 404
}
"""
HAPROXY = """
defaults
  mode http
  timeout connect 5s
  %(lines)s
frontend tls
  bind 127.0.0.1:%(port)d ssl crt %(tls)s/both
  %(strip)s
  default_backend relay
backend relay
  server relay 127.0.0.1:%(relay)d
"""
GOOD = {
    "nginx": "proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $http_host;"
             " proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
             " proxy_buffering off; proxy_read_timeout 75s; client_max_body_size 64m;",
    "caddy": "",
    "haproxy": "option http-no-delay\n  option abortonclose\n  option forwardfor\n"
               "  timeout client 75s\n  timeout server 75s",
}
BAD = {
    ("nginx", "ends after 3 s, keeps"): "proxy_read_timeout 3s; proxy_http_version 1.0;"
    " proxy_ignore_headers X-Accel-Buffering; proxy_buffering on; client_max_body_size 64m;",
    ("haproxy", "ends after 3 s"): "timeout client 3s\n  timeout server 3s",
    ("caddy", "compresses, cuts after 3 s"): "encode gzip",
}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def make_certificates(folder):
    def openssl(*words):
        subprocess.run(("openssl",) + words, check=True, cwd=folder, capture_output=True)
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    openssl("req", "-x509", *curve, "-days", "2", "-subj", "/CN=our own", "-keyout", "ca.key",
            "-out", "ca")
    openssl("req", *curve, "-subj", "/CN=localhost", "-keyout", "key", "-out", "request",
            "-addext", "subjectAltName=DNS:localhost")
    openssl("x509", "-req", "-in", "request", "-CA", "ca", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", "2", "-copy_extensions", "copy", "-out", "certificate")
    with open(folder + "/both", "w") as both:
        both.write(open(folder + "/certificate").read() + open(folder + "/key").read())
    os.mkdir(folder + "/trusted")
    name = subprocess.run(("openssl", "x509", "-hash", "-noout", "-in", folder + "/ca"), check=True,
                          capture_output=True, text=True).stdout.strip()
    shutil.copy(folder + "/ca", f"{folder}/trusted/{name}.0")


class Proxy:
    """A proxy before the relay, on a port of its own."""

    def __init__(self, kind, path, bad, folder, tls, relay):
        self.kind, self.folder, self.port = kind, folder, free_port()
        os.makedirs(folder)
        words = {"folder": folder, "tls": tls, "relay": relay, "port": self.port, "path": path,
                 "lines": BAD[kind, bad] if bad else GOOD[kind], "options": "", "strip": ""}
        if kind == "caddy" and bad:
            words["options"] = "{\n transport http {\n read_timeout 3s\n }\n }"
        if kind == "haproxy" and path:
            words["strip"] = f"http-request replace-path {path}/(.*) /\\1"
        text = {"nginx": NGINX, "caddy": CADDY, "haproxy": HAPROXY}[kind] % words
        with open(folder + "/configuration", "w") as file:
            file.write(text)
        self.start()

    def start(self):
        file = self.folder + "/configuration"
        line = {"nginx": ("nginx", "-p", self.folder, "-c", file),
                "caddy": ("caddy", "run", "--adapter", "caddyfile", "--config", file),
                "haproxy": ("haproxy", "-db", "-f", file)}[self.kind]
        environment = dict(os.environ, XDG_DATA_HOME=self.folder, XDG_CONFIG_HOME=self.folder,
                           HOME=self.folder)
        with open(self.folder + "/log", "a") as log:
            self.process = subprocess.Popen(line, stdout=log, stderr=log, env=environment,
                                            start_new_session=True)
        end = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if time.monotonic() > end:
                    raise SystemExit(f"{self.kind} does not listen:\n" + open(self.folder + "/log").read())
                time.sleep(0.05)

    def kill(self):
        os.killpg(self.process.pid, 9)
        self.process.wait()


class Machine:
    """A home of the journal."""

    def __init__(self, folder, binaries):
        self.binaries = binaries
        self.environment = dict(os.environ, AFTERWIT_HOME=folder,
                                PATH=binaries + ":" + os.environ["PATH"])

    def run(self, *words, **options):
        return subprocess.run(("afterwit",) + words, env=self.environment, text=True, check=True,
                              capture_output=True, **options).stdout

    def watch(self, log):
        return subprocess.Popen(("afterwit", "sync", "--watch"), env=self.environment,
                                stdout=log, stderr=log)

    def awaits(self, words, syncing=False):
        """Seconds until an entry is here; None where it does not come."""
        begun = time.monotonic()
        while time.monotonic() < begun + PATIENCE:
            if syncing:
                subprocess.run(("afterwit", "sync"), env=self.environment, capture_output=True)
            if words in self.run("find", *words.split()):
                return time.monotonic() - begun
            time.sleep(0.05)
        return None


def trial(kind, path, bad, folder, tls, binaries):
    """One proxy, one path: whether pairing and sync work, and how long the watch takes."""
    relay = Machine(folder + "/none", binaries)
    data, port_file = folder + "/relay", folder + "/port"
    server = subprocess.Popen(
        ("afterwit-relay", "serve", "--data", data, "--listen", "127.0.0.1:0", "--port-file",
         port_file, "--trusted-proxy", "127.0.0.1"), env=relay.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(port_file):
        time.sleep(0.05)
    proxy = Proxy(kind, path, bad, folder + "/proxy", tls, int(open(port_file).read()))
    desk, laptop = Machine(folder + "/desk", binaries), Machine(folder + "/laptop", binaries)
    log = open(folder + "/watch", "w")
    watch = None
    try:
        code = subprocess.run(("afterwit-relay", "code", "--data", data), env=relay.environment,
                              text=True, check=True, capture_output=True).stdout.strip()
        address = f"https://localhost:{proxy.port}{path}"
        desk.run("init", "--name", "desk", "--relay", address, "--code", code, "--recovery-file",
                 folder + "/secret")
        invite = subprocess.Popen(("afterwit", "device", "invite", "--yes"), env=desk.environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        laptop.run("device", "join", "--name", "laptop", "--yes", stdin=invite.stdout)
        invite.wait()
        laptop.run("sync")
        desk.run("sync")
        watch = desk.watch(log)
        time.sleep(4)
        times = []
        laptop.run("note", "hither one"), laptop.run("sync")
        times.append(desk.awaits("hither one"))
        desk.run("note", "thither two")
        times.append(laptop.awaits("thither two", syncing=True))
        time.sleep(5)
        laptop.run("note", "hither three"), laptop.run("sync")
        times.append(desk.awaits("hither three"))
        proxy.kill()
        time.sleep(1)
        proxy.start()
        laptop.run("note", "hither four"), laptop.run("sync")
        times.append(desk.awaits("hither four"))
        return ["yes", "yes"] + [f"{t:.1f} s" if t is not None else "no" for t in times]
    except subprocess.CalledProcessError as error:
        print(error.cmd, error.stdout, error.stderr, file=sys.stderr)
        return ["no"] * 6
    finally:
        if watch:
            watch.terminate()
            watch.wait()
        server.terminate()
        server.wait()
        proxy.kill()


def main():
    binaries = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else HERE + "/.build/debug")
    root = os.environ.get("AFTERWIT_PROXIES")
    if not root:
        root = tempfile.mkdtemp(prefix="proxies-")
        os.mkdir(root + "/tls")
        make_certificates(root + "/tls")
        inside = ("mount --make-rprivate / && mount --bind \"$0\" /etc/ssl/certs && exec \"$@\"")
        status = subprocess.run(
            ("unshare", "-m", "sh", "-c", inside, root + "/tls/trusted", sys.executable,
             os.path.abspath(__file__), binaries),
            env=dict(os.environ, AFTERWIT_PROXIES=root)).returncode
        shutil.rmtree(root)
        raise SystemExit(status)
    os.chmod(root, 0o755)
    print("| Proxy | Path | Lines | Pairing | Sync | Hither | Thither | Later | After a cut |")
    print("|---|---|---|---|---|---|---|---|---|")
    failed, number = False, 0
    trials = [(kind, path, None) for kind in GOOD for path in ("", "/journal")]
    for kind, path, bad in trials + [(kind, "", bad) for kind, bad in BAD]:
        if not shutil.which(kind):
            print(f"| {kind} | | not installed | | | | | | |")
            continue
        number += 1
        folder = f"{root}/{number}"
        os.makedirs(folder)
        cells = trial(kind, path, bad, folder, root + "/tls", binaries)
        failed = failed or "no" in cells
        print(f"| {kind} | {path or '/'} | {bad or 'as in the page'} | " + " | ".join(cells) + " |",
              flush=True)
    raise SystemExit(1 if failed else 0)


main()
