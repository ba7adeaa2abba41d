#!/usr/bin/env python3
"""How long a fresh request takes beside clients that are slow, idle or never come to the point.

    tests/benchmark/slow_clients.py PORT [REQUESTS]

Opens 8, 64, 512 and 2,000 connections to a server at 127.0.0.1: a third says nothing, a third begins a request and sends
one byte a second of it, a third asks for a large answer and does not read it. Beside them it asks for so many searches
(300), each on a connection of its own, and prints how long they took, and how many were not answered with 200. What the
server closes meanwhile is opened again.
"""
import resource
import socket
import sys
import time

ADDRESS = ("127.0.0.1", int(sys.argv[1]))
FRESH = b"GET /api/v1/search?q=oil HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
LARGE = b"GET /api/v1/export?format=jsonl&q= HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Crowd:
    def __init__(self, size):
        self.sockets = [None] * size
        self.fill()
        self.told = time.monotonic()

    def fill(self):
        for i, held in enumerate(self.sockets):
            if held is not None and not self.is_closed(i, held):
                continue
            if held is not None:
                held.close()
            self.sockets[i] = socket.create_connection(ADDRESS)
            self.sockets[i].setblocking(False)
            if i % 3 == 1:
                self.sockets[i].send(b"GET /slow")
            if i % 3 == 2:
                self.sockets[i].send(LARGE)

    @staticmethod
    def is_closed(i, held):
        if i % 3 == 2:
            return False  # what it was sent is not looked at
        try:
            return held.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def dribble(self):
        if time.monotonic() - self.told < 1:
            return
        self.told = time.monotonic()
        for held in self.sockets[1::3]:
            try:
                held.send(b"x")
            except OSError:
                pass
        self.fill()

    def leave(self):
        for held in self.sockets:
            held.close()


def ask():
    began = time.perf_counter()
    with socket.create_connection(ADDRESS, timeout=30) as fresh:
        fresh.sendall(FRESH)
        answer = b""
        while piece := fresh.recv(65536):
            answer += piece
    return answer.startswith(b"HTTP/1.1 200"), (time.perf_counter() - began) * 1e3


def main():
    requests = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
    for size in (0, 8, 64, 512, 2000):
        crowd = Crowd(size)
        took, refused = [], 0
        for _ in range(requests):
            crowd.dribble()
            answered, milliseconds = ask()
            refused += not answered
            took.append(milliseconds)
        took.sort()
        print(f"beside {size:5}: median {took[len(took) // 2]:.1f} ms, 99 % {took[len(took) * 99 // 100]:.1f} ms, "
              f"slowest {took[-1]:.1f} ms, {refused} of {requests} not answered", flush=True)
        crowd.leave()


if __name__ == "__main__":
    main()
