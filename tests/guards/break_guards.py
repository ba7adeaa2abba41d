#!/usr/bin/env python3
"""Breaks each guard once and looks whether a test notices.

    tests/guards/break_guards.py [WORD]        only guards whose name holds the word

Works on a copy of the checkout in build/guards, built with sanitizers (ccache makes the first build quick). Each guard
is a line of the programs that defends something, what it becomes, and the tests that must fail then. Prints a line for
each and the count; ends with 1 where a guard was broken and no test failed.
"""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / "build" / "guards"

# name, file, what stands there, what it becomes, test program, its test cases
GUARDS = [
    ("a file of a generation is synced", "index/durable_file.cc",
     'if (::fsync(descriptor.number()) != 0) failed("cannot sync", file);\n  if (::close', "if (::close",
     "test_faults", "all of a generation is synced*"),
    ("a folder of a generation is synced", "index/durable_file.cc",
     "{ sync(directory, O_RDONLY | O_DIRECTORY); }", "{ static_cast<void>(directory); }",
     "test_faults", "all of a generation is synced*"),
    ("a segment is synced", "index/segment.cc", "  sync_file(to);\n", "",
     "test_faults", "all of a generation is synced*"),
    ("a new segment is read back", "index/segment.cc", "if (!passes_check(to))", "if (!passes_check(to) && to.empty())",
     "test_faults", "a write that never reached the disk*"),
    ("a refused article is refused by itself", "indexer/segment_writer.cc",
     "    if (!is_refused(batch)) throw WriteError(why);\n", "",
     "test_faults", "a call that fails while writing*"),
    ("a cap on deletions", "indexer/guard.cc", "if (allowed || counts.deleted <= kFewDeleted",
     "if (allowed || counts.deleted > 0 || counts.deleted <= kFewDeleted", "test_faults", "an archive that is gone*"),
    ("an empty archive deletes nothing", "indexer/guard.cc", "if (counts.articles == 0) {",
     "if (counts.articles == 0 && before == 0) {", "test_faults", "--allow-mass-delete means it*"),
    ("an archive on another file system", "indexer/guard.cc", "if (now == 0 || now == known->file_system) continue;",
     "if (now != 1) continue;", "test_faults", "an archive that is gone*"),
    ("files that cannot be read keep their articles", "indexer/guard.cc", "if (unreadable.empty()) return;",
     "if (unreadable.size() < 1'000'000) return;", "test_faults", "an archive that is gone*,a call that fails while reading*"),
    ("one run at a time", "indexer/run_lock.cc", "LOCK_EX | LOCK_NB", "LOCK_SH | LOCK_NB",
     "test_faults", "of ten indexers*"),
    ("checksums are compared", "index/verification.cc",
     "if (memory.seal_of(file.path, stop) == file.seal) return", "if (memory.seal_of(file.path, stop).bytes > 0) return",
     "test_faults", "verify refuses*,a running server refuses*"),
    ("what a killed run left is cleared", "indexer/pipeline.cc", "  void clear() const {\n",
     "  void clear() const {\n    if (!index_.root().empty()) return;\n",
     "test_faults", "a run killed at any time*"),
    ("a run that is told to end ends", "indexer/stop_request.cc",
     "if (const int signal = requested) throw Stopped(signal);", "if (requested < 0) throw Stopped(0);",
     "test_faults", "a run that is told to end*"),
    ("a head has 16 KB", "server/http/connection.cc",
     "if (end > kMaxHeadBytes || (end == 0 && pending_.size() >= kMaxHeadBytes))", "if (end > 1000 * kMaxHeadBytes)",
     "test_http", "endless lines*"),
    ("a head has five seconds", "server/http/connection_deadlines.cc", ": options_.head_patience);",
     ": std::chrono::milliseconds(3'600'000));", "test_http", "a client that never finishes*"),
    ("an idle connection ends", "server/http/connection_deadlines.cc", "kGrace : held.since + options_.idle_patience;",
     "kGrace : held.since + std::chrono::hours(1);", "test_http", "a connection that is idle*"),
    ("no request has a body", "server/http/request_head.cc",
     "if (has_body && is_answered(head.method)) return coded ? 400 : 413;", "static_cast<void>(has_body && is_answered(head.method));",
     "test_http", "a body is never read*"),
    ("one Host, one Content-Length", "server/http/request_head.cc",
     "if (hosts > 1 || (hosts == 0 && head.is_1_1) || lengths > 1 || (lengths > 0 && coded)) return 400;", "if (hosts > 9) return 400;",
     "test_http", "malformed headers*"),
    ("control characters in headers", "server/http/request_head.cc", "return is_control(c) && c != '\\t'; })) return 400;",
     "return is_control(c) && c != '\\t'; })) head.is_1_1 = true;", "test_http", "malformed headers*"),
    ("lines end with CRLF", "server/http/request_head.cc", "|| end == 0 || rest[end - 1] != '\\r') return std::nullopt;",
     "|| end == 0) return std::nullopt;", "test_http", "malformed*"),
    ("a hidden slash or NUL is no path", "server/http/target.cc",
     "if (!byte || *byte == '\\0' || *byte == '/') return std::nullopt;", "if (!byte) return std::nullopt;", "test_http", "a path is decoded once*"),
    ("an address has 64 connections", "server/http/connection_admission.cc",
     ">= options_.connections_an_address) {", ">= 1000 * options_.connections_an_address) {",
     "test_http", "beyond the limit of an address*"),
    ("the queue is bounded", "server/http/worker_queue.cc", "if (waiting_.size() >= capacity_) return false;",
     "if (waiting_.size() >= capacity_ + 1000) return false;", "test_http", "what is beyond the queue*"),
    ("who waited too long is refused", "server/http/connection_loop.cc", "waited > options_.queue_patience ?",
     "waited > 1000 * options_.queue_patience ?", "test_http", "a request that waited too long*"),
    ("answers that nobody takes are bounded", "server/http/connection_loop.cc", "while (unsent_ > options_.max_unsent_bytes) {",
     "while (unsent_ > 1000 * options_.max_unsent_bytes) {", "test_http", "slow readers keep no worker*"),
    ("accepting goes on after a fault", "server/http/connection_loop.cc", "  door_rests_.reset();\n  if (door_.fd() >= 0) ready_",
     "  door_rests_.reset();\n  if (door_.fd() >= 1'000'000) ready_", "test_http", "an accept that fails*"),
    ("whoever stands before the door is let in", "server/http/connection_deadlines.cc",
     "  if (now - *locked_at_ < kRoundTrip) return false;\n  close_door();\n", "  door_.close();\n", "test_http", "whoever stands before the door*"),
    ("stuck workers are told", "server/http/connection_loop.cc", "&& !workers_.is_stuck(longest);", ";",
     "test_http", "a listener is alive*"),
    ("foreign names are refused", "server/http/access_rules.cc", "|| holds(rules_.hosts, name);", "|| !name.empty();",
     "test_http", "a server answers for its own names*"),
    ("a token is compared", "server/http/access_rules.cc", "== kScheme && are_equal(given.substr(kScheme.size()), rules_.token);",
     "== kScheme || are_equal(given, rules_.token);", "test_http", "where a token is asked for*"),
    ("requests a minute", "server/http/rate_limit.cc", "if (ahead > kMinute)", "if (ahead > 1000 * kMinute)",
     "test_http", "an asker may ask*"),
    ("forwarded addresses of anyone", "server/http/access_rules.cc",
     "if (!holds(rules_.proxies, request.remote_address)) return request.remote_address;\n  std::vector", "std::vector",
     "test_http", "of what a proxy says*"),
    ("faults are opaque", "server/http/site.cc", "return failed(500, kFault, error.what());", "return failed(500, error.what(), kFault);",
     "test_http", "a fault inside is opaque*"),
    ("security headers", "server/http/site.cc", "  add_security_headers(response);\n", "", "test_http", "every answer carries*"),
    ("late clients are sent away", "server/http/site.cc", "if (request.while_stopping && !is_health) {",
     "if (request.while_stopping && is_health) {", "test_http", "a server that drains*"),
    ("a query has a deadline", "server/search/deadline.cc", "const bool over = Clock::now() >= state_->end;",
     "const bool over = Clock::now() >= state_->end + std::chrono::hours(1);", "test_search", "*deadline*,*time*"),
    ("a query has 2,000 characters", "server/search/query_parser.cc", "> kMaxQueryCharacters) {",
     "> 10 * kMaxQueryCharacters) {", "test_search", "*limit*"),
    ("a query has 64 words", "server/search/query_grammar.cc", "if (words_ > kMaxQueryWords) {",
     "if (words_ > 100 * kMaxQueryWords) {", "test_search", "*limit*"),
    ("brackets stand 16 deep", "server/search/query_lexer.cc", "if (open_.size() == kMaxQueryLevels) {",
     "if (open_.size() == 100 * kMaxQueryLevels) {", "test_search", "*limit*"),
    ("no query object for all threads", "server/search/where.cc", "return Query(std::string());", "return Query::MatchAll;",
     "test_house", "Xapian's own query*"),
]


def run(command, **options):
    return subprocess.run(command, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)


def copy_checkout():
    COPY.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.split(b"\0")
    for name in filter(None, map(os.fsdecode, files)):
        if not (ROOT / name).is_file():
            continue
        (COPY / name).parent.mkdir(parents=True, exist_ok=True)
        if not (COPY / name).is_file() or (COPY / name).read_bytes() != (ROOT / name).read_bytes():
            shutil.copy(ROOT / name, COPY / name)


def build(program):
    made = run(["cmake", "--build", "--preset", "debug", "--target", program])
    if made.returncode != 0:
        sys.exit(f"{program} cannot be built:\n{made.stdout[-3000:]}")


def fails(program, cases):
    try:
        return run([f"build/debug/bin/{program}", f"-tc={cases}"], timeout=300).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def noticed(file, stands, becomes, program, cases):
    path = COPY / file
    sound = path.read_text()
    if sound.count(stands) != 1:
        sys.exit(f"{file} has not one place with: {stands}")
    path.write_text(sound.replace(stands, becomes))
    try:
        build(program)
        return fails(program, cases)
    finally:
        path.write_text(sound)


def main():
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    copy_checkout()
    run(["cmake", "--preset", "debug"], check=True)
    count = missed = 0
    for name, file, stands, becomes, program, cases in GUARDS:
        if word not in name:
            continue
        count += 1
        found = noticed(file, stands, becomes, program, cases)
        missed += not found
        print(f"{'noticed' if found else 'MISSED '}  {name}  ({file}; {program} -tc=\"{cases}\")", flush=True)
    print(f"{count} guards broken, {count - missed} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
