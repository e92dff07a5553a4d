import { type ChildProcess, fork } from 'node:child_process'
import type { Turn, TurnResult } from './contestant.ts'

const program = new URL('./contestant.js', import.meta.url)

/** A workload with a queue, in a process of its own. What waits for it fails if the process ends first. */
export class Contestant {
  readonly turns: TurnResult[] = []
  /** By the clock on the wall, in turns. */
  milliseconds = 0
  readonly #name: string
  readonly #process: ChildProcess

  constructor(workload: string, queue: string | null) {
    this.#name = queue === null ? workload : `${workload} with ${queue}`
    // What a contestant prints must not get into results on standard output.
    this.#process = fork(program, queue === null ? [workload] : [workload, queue], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  }

  async ready(): Promise<void> {
    await this.#answer()
  }

  async takeTurn(turn: Turn): Promise<void> {
    const start = performance.now()
    this.#process.send(turn)
    this.turns.push((await this.#answer()) as TurnResult)
    this.milliseconds += performance.now() - start
  }

  end(): void {
    this.#process.kill()
  }

  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null) =>
        reject(new Error(`the process of ${this.#name} ended with ${signal ?? `exit code ${code}`}`))
      this.#process.once('exit', ended)
      this.#process.once('message', (answer) => {
        this.#process.off('exit', ended)
        resolve(answer)
      })
    })
  }
}
