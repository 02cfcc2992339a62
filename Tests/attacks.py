#!/usr/bin/env python3
"""What strangers do to a relay, and what an honest machine and the relay's memory feel of it.

    Tests/attacks.py [FOLDER OF afterwit-relay]     # .build/release unless named; not for CI

Each attack comes from 127.0.0.2; the honest machine, from 127.0.0.3, asks for a challenge on a new
connection each time. A row tells the median and the 99th percentile of that, as multiples of the quiet
ones of the same run too, how many were not answered, and the most memory that was seen (RSS).
"""
import multiprocessing
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time

SECONDS = 8
HEAD = "POST %s HTTP/1.1\r\nHost: relay\r\nContent-Length: %d\r\n%s\r\n"


def dial(port, source, timeout=10.0):
    return socket.create_connection(("127.0.0.1", port), timeout, (source, 0))


def honest(port):
    """Asks for one challenge; gives the seconds it took, or nothing."""
    begin = time.monotonic()
    try:
        with dial(port, "127.0.0.3") as link:
            request = HEAD % ("/v1/challenges", 48, "Connection: close\r\n")
            link.sendall(request.encode() + os.urandom(48))
            answer = b""
            while part := link.recv(4096):
                answer += part
        return time.monotonic() - begin if answer.startswith(b"HTTP/1.1 200") else None
    except OSError:
        return None


def again(ended, work):
    """Goes on with something until the attack has ended, whatever fails."""
    while not ended.is_set():
        try:
            work()
        except OSError:
            time.sleep(0.01)


def quiet(port, ended):
    ended.wait()


def idle(count):
    def attack(port, ended):
        links = []

        def open_one():
            if len(links) < count:
                links.append(dial(port, "127.0.0.2", 1.0))
            else:
                links.pop(0).close()
        again(ended, open_one)
        for link in links:
            link.close()
    return attack


def slow_bodies(port, ended):
    """480 logins that come a little at a time, each announced as long as may be."""
    links = {}
    start = HEAD % ("/v1/sessions", 590_000, "")

    def push():
        for number in range(480):
            if ended.is_set():
                return
            try:
                if number not in links:
                    links[number] = dial(port, "127.0.0.2", 1.0)
                    links[number].sendall(start.encode())
                links[number].sendall(bytes(2048))
            except OSError:
                links.pop(number, socket.socket()).close()
        time.sleep(0.2)
    again(ended, push)


def pipelining(port, ended):
    batch = b"GET /nowhere HTTP/1.1\r\nHost: relay\r\n\r\n" * 2000

    def push():
        with dial(port, "127.0.0.2") as link:
            reader = threading.Thread(target=drain, args=(link,), daemon=True)
            reader.start()
            while not ended.is_set():
                link.sendall(batch)
    again(ended, push)


def drain(link):
    try:
        while link.recv(1 << 16):
            pass
    except OSError:
        pass


def flood(port, ended):
    """Eight connections that ask as fast as they are answered."""
    request = HEAD % ("/v1/challenges", 48, "")

    def ask():
        with dial(port, "127.0.0.2") as link:
            while not ended.is_set():
                link.sendall(request.encode() + bytes(48))
                if not link.recv(4096):
                    return
    threads = [threading.Thread(target=again, args=(ended, ask)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


ATTACKS = [("quiet", quiet), ("2,000 idle connections", idle(2000)),
           ("600 idle connections of one address", idle(600)), ("480 slow bodies", slow_bodies),
           ("pipelining", pipelining), ("a flood of challenges", flood)]


def memory(process):
    with open("/proc/%d/status" % process.pid) as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(attack, port, process):
    ended, times, lost, most = multiprocessing.Event(), [], 0, 0.0
    attacker = multiprocessing.Process(target=attack, args=(port, ended))
    attacker.start()
    time.sleep(1)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        took = honest(port)
        if took is None:
            lost += 1
        else:
            times.append(took * 1000)
        most = max(most, memory(process))
        time.sleep(0.01)
    ended.set()
    attacker.join()
    begin = time.monotonic()
    while honest(port) is None:
        pass
    times.sort()
    return times, lost, most, time.monotonic() - begin


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else ".build/release"
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with tempfile.TemporaryDirectory() as scratch:
        port_file = scratch + "/port"
        process = subprocess.Popen(
            (folder + "/afterwit-relay", "serve", "--data", scratch + "/relay", "--listen",
             "127.0.0.1:0", "--port-file", port_file),
            stdout=subprocess.DEVNULL, stderr=open(scratch + "/log", "w"))
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        try:
            while not os.path.exists(port_file):
                time.sleep(0.05)
            port, base = int(open(port_file).read()), None
            print("| Attack | p50 | p99 | × quiet | not answered | RSS | over after | log |")
            print("|---|---|---|---|---|---|---|---|")
            for name, attack in ATTACKS:
                before = os.path.getsize(scratch + "/log")
                times, lost, most, over = measure(attack, port, process)
                p50, p99 = (times[int(len(times) * part)] for part in (0.5, 0.99))
                base = base or p99
                log = (os.path.getsize(scratch + "/log") - before) / 1024
                print("| %s | %.1f ms | %.1f ms | %.1f | %d of %d | %.0f MiB | %.1f s | %.0f KiB |"
                      % (name, p50, p99, p99 / base, lost, lost + len(times), most, over, log),
                      flush=True)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
