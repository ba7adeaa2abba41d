#!/usr/bin/env python3
"""Times searches with facets, timelines and typical terms beside the plain search of the same query, in turn.

usage: facets.py SERVER INDEX [ROUNDS]      SERVER: the program; INDEX: what backfile-indexer made
Prints medians of the server's own took_ms, and ratios to the plain search.
"""
import json, socket, statistics, subprocess, sys, time, urllib.parse, urllib.request

QUERIES = ["", "oil", "bank rate", '"interest rates"', "trade deficit japan", "wheat OR corn", "the", "bauxite",
           "company -oil", "prices NEAR/5 crude"]
FACETS = "publication,section,topic,language,byline,year,month"
KINDS = [("plain", "search", {}), ("facets", "search", {"facets": FACETS}),
         ("timeline", "timeline", {"interval": "month"}), ("random", "search", {"sort": "random", "seed": "1"}),
         ("terms", "terms", {})]


def took(address, path, query, extra):
    url = f"{address}/api/v1/{path}?" + urllib.parse.urlencode({"q": query, **extra})
    return json.load(urllib.request.urlopen(url))["took_ms"]


def main():
    server, index, rounds = sys.argv[1], sys.argv[2], int((sys.argv + ["15"])[3])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([server, "--index", index, "--listen", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address + "/readyz")
                break
            except OSError:
                time.sleep(0.1)
        took(address, "search", "warm", {"facets": FACETS})
        all_ratios = {name: [] for name, _, _ in KINDS}
        print("query".ljust(24) + "".join(name.rjust(18) for name, _, _ in KINDS))
        for query in QUERIES:
            times = {name: [] for name, _, _ in KINDS}
            for _ in range(rounds):
                for name, path, extra in KINDS:
                    times[name].append(took(address, path, query, extra))
            plain = statistics.median(times["plain"])
            line = query.ljust(24)
            for name, _, _ in KINDS:
                median = statistics.median(times[name])
                all_ratios[name].append(median / plain)
                line += f"{median:9.2f} x{median / plain:6.2f} "
            print(line)
        print("median ratio".ljust(24) + "".join(f"{'':9} x{statistics.median(all_ratios[n]):6.2f} " for n, _, _ in KINDS))
    finally:
        process.terminate()
        process.wait()


main()
