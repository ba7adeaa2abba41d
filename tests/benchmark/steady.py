#!/usr/bin/env python3
"""Whether a server that is asked all the time, while generations are published, takes more and more.

    tests/benchmark/steady.py BIN_DIR ARCHIVE [MINUTES]

Indexes a copy of the archive (a folder with JSON Lines or any other files), serves it, and for so many minutes (10) asks
with four clients for searches, facets, timelines, typical words, suggestions, articles, exports and pages, breaks a
connection off now and then, and publishes an article more every three seconds. Prints the resident memory and the file
descriptors of the server every minute, and what was answered; ends with 1 where a request failed.
"""
import http.client
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PORT = 18991
WORDS = "oil trade dollar japan bank wheat coffee tax profit shares merger opec".split()


class Load:
    def __init__(self):
        self.done = threading.Event()
        self.answers, self.failed = {}, []
        self.lock = threading.Lock()

    def address(self, chance):
        words = urllib.parse.quote(" OR ".join(chance.sample(WORDS, 2)))
        return chance.choice([
            f"/api/v1/search?q={words}", f"/api/v1/search?q={words}&page=3&page_size=50", "/api/v1/search?q=",
            f"/api/v1/search?q={words}&facets=publication,topic,byline,year,month", f"/api/v1/timeline?q={words}",
            f"/api/v1/terms?q={words}", f"/api/v1/suggest?q={words[:3]}", f"/api/v1/export?format=csv&q={words[:6]}",
            f"/api/v1/search?q={words}&sort=random", f"/feed.atom?q={words}", "/", "/css/theme.css", "/metrics",
            f"/api/v1/search?q=%22{words[:4]}", "/api/v1/articles/nowhere", "/api/v1/search?nonsense=1"])

    def ask(self, seed):
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        while not self.done.is_set():
            address = self.address(chance)
            try:
                if chance.random() < 0.02:  # goes away in the middle
                    with socket.create_connection(("127.0.0.1", PORT)) as raw:
                        raw.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()[:chance.randrange(200)])
                    continue
                connection.request("GET", address)
                status = connection.getresponse()
                status.read()
                with self.lock:
                    self.answers[status.status] = self.answers.get(status.status, 0) + 1
                    if status.status >= 500 and status.status != 503:
                        self.failed.append(f"{status.status} {address}")
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                connection.close()  # the hundredth request of a connection was its last
            except OSError as error:
                self.failed.append(f"{error} {address}")
                connection.close()


def taken(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS"))
    return resident // 1024, len(os.listdir(f"/proc/{pid}/fd"))


def main():
    binaries, archive = pathlib.Path(sys.argv[1]), sys.argv[2]
    minutes = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        news, index = pathlib.Path(folder, "news"), pathlib.Path(folder, "index")
        shutil.copytree(archive, news)

        def publish(number):
            story = {"id": f"steady-{number}", "headline": f"Report {number}", "body": f"Report number {number} of oil."}
            (news / f"steady-{number}.json").write_text(json.dumps(story))
            made = subprocess.run([binaries / "backfile-indexer", "--quiet", "--archive", news, "--index", index],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return made.returncode in (0, 3)

        publish(0)
        server = subprocess.Popen([binaries / "backfile-server", "--index", index, "--listen", f"127.0.0.1:{PORT}"],
                                  stderr=subprocess.DEVNULL)
        load = Load()
        clients = [threading.Thread(target=load.ask, args=(seed,)) for seed in range(4)]
        time.sleep(2)
        for client in clients:
            client.start()
        begun, published, told = time.monotonic(), 0, 0
        while (passed := time.monotonic() - begun) < 60 * minutes and server.poll() is None:
            published += publish(published + 1)
            if passed >= 60 * told:
                resident, descriptors = taken(server.pid)
                print(f"minute {told}: {resident} MB, {descriptors} file descriptors, {published} publications, "
                      f"{sum(load.answers.values())} answers", flush=True)
                told += 1
            time.sleep(3)
        resident, descriptors = taken(server.pid)
        print(f"at the end: {resident} MB, {descriptors} file descriptors, {published} publications")
        load.done.set()
        for client in clients:
            client.join()
        print("answers by status:", dict(sorted(load.answers.items())), "failed:", len(load.failed), load.failed[:3])
        server.terminate()
        print("ended with", server.wait())
        return 1 if load.failed else 0


if __name__ == "__main__":
    sys.exit(main())
