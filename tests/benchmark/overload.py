#!/usr/bin/env python3
"""What becomes of a server that is asked four times as much as it can answer.

    tests/benchmark/overload.py BIN_DIR INDEX [SECONDS]

Finds the peak with a few clients that ask one search after the other, each its own query, on new connections; then asks
at four times that rate, whatever comes back; then as at first. Prints the rates, how quick 503s were, and how soon the
first good answer came afterwards. Rates are of this machine, client included: compare them with one another only.
"""
import asyncio
import os
import statistics
import subprocess
import sys
import time

PORT = 18990
WORDS = "harbour council market storm museum river teacher budget festival police".split()


async def ask(number, timeout=10):
    """Status and seconds; 0 where there was no answer."""
    began = time.perf_counter()
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", PORT), timeout)
        target = f"/api/v1/search?q={WORDS[number % 10]}+OR+{WORDS[number // 10 % 10]}&page_size=50"
        writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = await asyncio.wait_for(reader.read(), timeout)
        writer.close()
        return (int(answer[9:12]) if answer else 0), time.perf_counter() - began
    except (OSError, asyncio.TimeoutError, ValueError):
        return 0, time.perf_counter() - began


async def closed_loop(clients, seconds):
    """Good answers a second, of clients that wait for each answer."""
    end = time.perf_counter() + seconds
    good = 0

    async def client(first):
        nonlocal good
        number = first
        while time.perf_counter() < end:
            status, _ = await ask(number)
            good += status == 200
            number += clients

    await asyncio.gather(*(client(i) for i in range(clients)))
    return good / seconds


async def open_loop(rate, seconds):
    tasks = []
    began = time.perf_counter()
    while (now := time.perf_counter() - began) < seconds:
        while len(tasks) < now * rate:
            tasks.append(asyncio.create_task(ask(len(tasks))))
        await asyncio.sleep(0.002)
    return await asyncio.gather(*tasks)


async def measure(seconds):
    peak = max([await closed_loop(clients, seconds) for clients in (4, 16)])
    print(f"peak: {peak:.0f} good answers a second")
    answers = await open_loop(4 * peak, seconds)
    good = sum(status == 200 for status, _ in answers)
    busy = sorted(took for status, took in answers if status == 503)
    none = sum(status == 0 for status, _ in answers)
    longest = max(took for _, took in answers)
    span = max(seconds, longest)
    print(f"at four times the peak: {len(answers)} asked, {good} good ({good / span / peak:.0%} of the peak), "
          f"{len(busy)} 503, {none} without an answer, slowest {longest:.2f} s")
    if busy:
        print(f"503: median {statistics.median(busy) * 1e3:.0f} ms, 99% {busy[int(len(busy) * 0.99)] * 1e3:.0f} ms")
    began = time.perf_counter()
    while (await ask(1))[0] != 200:
        pass
    print(f"recovery: a good answer after {time.perf_counter() - began:.3f} s; "
          f"then {await closed_loop(16, seconds) / peak:.0%} of the peak")


def main():
    binaries, index = sys.argv[1], sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 5
    server = subprocess.Popen([os.path.join(binaries, "backfile-server"), "--index", index, "--listen",
                               f"127.0.0.1:{PORT}"], stderr=subprocess.DEVNULL)
    try:
        while asyncio.run(ask(0))[0] != 200:
            time.sleep(0.05)
        asyncio.run(measure(seconds))
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
