#!/usr/bin/env python3
"""Ask a running server every deadly query and print how long each takes (standard library only).

  deadly_queries.py http://127.0.0.1:8080 [PID] < tests/deadly/queries.txt

With the server's process id, its resident memory is printed too. Each query is asked three times, the longest counts.
"""
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def ask(server, query):
    began = time.monotonic()
    try:
        with urllib.request.urlopen(f"{server}/api/v1/search?{urllib.parse.urlencode({'q': query})}") as answer:
            json_answer = json.load(answer)
            said = f"{json_answer['total']} articles" + (", cut" if json_answer["partial"] else "")
    except urllib.error.HTTPError as error:
        said = f"{error.code} {json.load(error).get('limit', '')}"
    return (time.monotonic() - began) * 1000, said


def resident(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return f"{int(line.split()[1]) // 1024} MB"


def main():
    server, pid = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    longest, note = 0, ""
    for line in sys.stdin:
        if line.startswith("#"):
            note = line[2:].strip()
            continue
        took, said = max(ask(server, line.rstrip("\n")) for _ in range(3))
        longest = max(longest, took)
        print(f"{took:8.1f} ms  {said:22s} {resident(pid) if pid else '':7s} {note}")
    print(f"{longest:8.1f} ms at most")


if __name__ == "__main__":
    main()
