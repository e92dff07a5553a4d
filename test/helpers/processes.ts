/** The command line as processes that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

const program = resolve('dist/cli/main.js')

export class Program {
  readonly #child: ChildProcess
  readonly #exit: Promise<number | null>
  output = ''

  constructor(t: TestContext, folder: string, words: readonly string[]) {
    this.#child = spawn(process.execPath, [program, ...words], { cwd: folder })
    this.#exit = once(this.#child, 'exit').then(([code]) => code as number | null)
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text) => {
        this.output += text
      })
    t.after(async () => await this.kill('SIGKILL'))
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** The exit code, once it has ended. */
  async ended(): Promise<number | null> {
    return await this.#exit
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (this.running) this.#child.kill(signal)
    return await this.#exit
  }
}

/** The lines of a file; none if it is not there. */
export function linesOf(folder: string, name: string): string[] {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

/** Waits, long enough for any machine, until something holds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let trial = 0; trial < 1200; trial++) {
    if (holds()) return
    await sleep(50)
  }
  throw new Error(`not within a minute: ${what}`)
}
