import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort, says } from './program.ts'

const names = ['redis-server', 'valkey-server']

/** The program of a server; null if this machine has none. */
export const redisProgram = (): string | null =>
  names.find((name) => spawnSync(name, ['--version']).status === 0) ?? null

/** A server on a free port, with its data in a folder. */
export class Redis {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(url: string, process: ChildProcess) {
    this.url = url
    this.#process = process
  }

  static async start(folder: string): Promise<Redis> {
    const port = await freePort()
    const words =
      `--bind 127.0.0.1 --port ${port} --dir ${folder} --maxmemory-policy noeviction --save`.split(' ')
    const child = spawn(redisProgram()!, [...words, ''], { stdio: ['ignore', 'pipe', 'pipe'] })
    await says(child, /Ready to accept connections/)
    return new Redis(`redis://127.0.0.1:${port}`, child)
  }

  async stop(): Promise<void> {
    const end = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await end
  }
}
