import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer, AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(__dirname, '../../..');
const LONGEST_START_MS = 60_000;

export interface ProgramCommand {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What is typed before the command. */
  readonly prefix: readonly string[];
  /** The file that takes what it prints. */
  readonly output: string;
  /** Answers 200 once it can serve. */
  readonly readyPath: string;
}

export interface ServerCommand extends Omit<ProgramCommand, 'command' | 'readyPath'> {
  /** A built program, below `dist`. */
  readonly program: string;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first answer that it is ready. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts one of the project's own servers. */
export async function startServer({ program, ...rest }: ServerCommand): Promise<ServerProcess> {
  return startProgram({ command: [process.execPath, join(ROOT, 'dist', program)], readyPath: '/ready', ...rest });
}

/** Starts any server that takes its port from `PORT`. */
export async function startProgram(program: ProgramCommand): Promise<ServerProcess> {
  const { environment, output, readyPath } = program;
  const port = await freePort();
  const [command, ...args] = [...program.prefix, ...program.command];
  const began = performance.now();
  const log = openSync(output, 'a');
  const child = spawn(command!, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...environment },
    stdio: ['ignore', log, log],
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url + readyPath))) {
    const late = performance.now() - began > LONGEST_START_MS;
    if (child.exitCode !== null || late) {
      child.kill('SIGKILL');
      throw new Error(`${program.command.join(' ')} did not become ready; see ${output}.`);
    }
    await sleep(5);
  }
  const startMs = performance.now() - began;
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, pid: child.pid!, startMs, stop };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
