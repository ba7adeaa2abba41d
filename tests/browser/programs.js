// Builds an index of the sample articles and runs the real server over it, for tests that look at the pages as a reader does.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const programs = path.resolve(checkout, process.env.BACKFILE_BIN ?? 'build/release/bin');
const archives = ['tests/archive', 'tests/browser/awkward'];
const patience = 20_000;  // milliseconds

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

// `write` makes a further archive in a folder that it is given.
// Exit status 3 means published, with some files rejected: tests/archive holds such files on purpose.
async function buildIndex(folder, write) {
  const index = path.join(folder, 'index');
  const given = [];
  if (write) {
    const further = path.join(folder, 'further');
    await write(further);
    given.push('--archive', further);
  }
  for (const archive of archives) {
    const there = await access(path.join(checkout, archive)).then(() => true, () => false);
    if (there) given.push('--archive', path.join(checkout, archive));
  }
  await promisify(execFile)(path.join(programs, 'backfile-indexer'), ['index', ...given, '--index', index])
    .catch((failure) => { if (failure.code !== 3) throw failure; });
  return index;
}

async function untilReady(origin, server) {
  const deadline = Date.now() + patience;
  for (;;) {
    const status = await fetch(`${origin}/readyz`).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    if (server.exitCode !== null) throw new Error(`backfile-server ended with ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error(`backfile-server was not ready within ${patience} ms`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

// A running server with { origin, stop(), start(), remove() }: stop and start keep port and index.
export async function runBackfile(write = null) {
  const folder = await mkdtemp(path.join(tmpdir(), 'backfile-browser-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const index = await buildIndex(folder, write).catch(async (failure) => {
    await remove();
    throw failure;
  });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let server = null;

  async function start() {
    const flags = ['--index', index, '--listen', `127.0.0.1:${port}`, '--web', path.join(checkout, 'web')];
    server = spawn(path.join(programs, 'backfile-server'), flags, { stdio: 'ignore' });
    await Promise.race([untilReady(origin, server), once(server, 'error').then(([error]) => { throw error; })]);
  }

  async function stop() {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    process.kill(server.pid, 'SIGTERM');
    await ended;
  }

  await start();
  return {
    origin,
    start,
    stop,
    async remove() {
      await stop();
      await remove();
    },
    async ask(address) {
      const answer = await fetch(origin + address);
      return answer.json();
    },
  };
}
