import { type ChildProcess, fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import { isRowOf } from '../store/collection.ts'
import type { Death, Order, Report, WorkerLimits, WorkerSetup } from './setup.ts'

/** As it was before any module of a user's was imported. */
const environment = { ...process.env }

/** One that says nothing for so long has not what it needs to begin, such as threads. */
const mostSilentMs = 30_000

/** Takes finished cells as they come. */
export type Take = (finished: readonly FinishedCell[]) => void

/** A worker: a process of its own, so that nothing that a cell does can harm anything else. */
export class WorkerProcess {
  readonly #process: ChildProcess
  /** Whose cells it runs, and nobody else's. */
  readonly domain: string
  readonly #ended: Promise<Death>
  /** The cells that it is to run and has said nothing of, by index. */
  #awaited = new Map<number, IndexedCell['cell']>()
  #stopped = false
  #take: Take = () => undefined
  #done: () => void = () => undefined
  dead = false
  /** Whether it has begun to run what it was told to. */
  #begun = false
  /** Whether it has ever said anything. */
  #spoke = false

  constructor(setup: WorkerSetup, limits: WorkerLimits, domain: string) {
    this.domain = domain
    this.#process = fork(new URL('./host.js', import.meta.url), [], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: environment,
      serialization: 'advanced',
      // Of another group, so that Ctrl-C in a terminal reaches only the process that can tell what to do.
      detached: process.platform !== 'win32',
    })
    const silent = setTimeout(() => this.#process.kill('SIGKILL'), mostSilentMs).unref()
    this.#process.once('message', () => clearTimeout(silent))
    this.#process.once('close', () => clearTimeout(silent))
    this.#ended = this.#watch()
    this.#send({ kind: 'start', setup, limits })
  }

  /** Runs cells one after the other; null when it has run them or was told to stop, or else what ended the worker. */
  async run(cells: readonly IndexedCell[], take: Take): Promise<Death | null> {
    const done = new Promise<null>((resolve) => {
      this.#done = () => resolve(null)
    })
    this.#take = take
    this.#begun = false
    this.#awaited = new Map(cells.map(({ index, cell }) => [index, cell]))
    this.#send({ kind: 'run', cells })
    return await Promise.race([done, this.#ended])
  }

  /** Lets it finish the cell that is running, and no more. */
  stop(): void {
    this.#stopped = true
    this.#send({ kind: 'stop' })
  }

  /** Ends it at once, whatever it does. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended.catch(() => undefined)
  }

  #send(order: Order): void {
    // One that has died says so by itself.
    if (this.#process.connected) this.#process.send(order, () => undefined)
  }

  /** What it says of cells that it was given; null if that makes no sense. */
  #expected({ cells, done }: Extract<Report, { kind: 'finished' }>): FinishedCell[] | null {
    try {
      const finished = JSON.parse(cells) as FinishedCell[]
      for (const { index, row, ms } of finished) {
        const cell = this.#awaited.get(index)
        if (!isRowOf(row, cell) || typeof ms !== 'number') return null
        this.#awaited.delete(index)
      }
      return done && this.#awaited.size > 0 && !this.#stopped ? null : finished
    } catch {
      return null
    }
  }

  #watch(): Promise<Death> {
    let told: Death | null = null
    const outputs = [this.#process.stdout!, this.#process.stderr!].map(passOn)
    this.#process.on('message', (report: Report) => {
      this.#spoke = true
      if (report.kind === 'death') told = report.death
      else if (report.kind === 'begun') this.#begun = true
      else if (report.kind === 'finished') {
        const cells = this.#expected(report)
        if (cells === null) {
          // A user's module can send messages as well.
          told = { cause: 'error', message: 'its worker process told what it was not asked', index: null }
          this.#process.kill('SIGKILL')
          return
        }
        this.#take(cells)
        if (report.done) this.#done()
      }
    })
    const trouble = (message: string): Death => ({
      ...{ cause: 'machine', message, begun: this.#begun, index: null },
    })
    return new Promise((resolve, reject) => {
      this.#process.on('error', (error) => {
        if (this.#process.pid !== undefined) return
        this.dead = true
        resolve(trouble(`a worker cannot be started: ${error.message}`))
      })
      this.#process.on('close', (code, signal) => {
        this.dead = true
        if (told !== null) resolve(told)
        else if (outputs.some(({ words }) => words.includes('heap limit')))
          resolve({ cause: 'memory', index: null })
        else if (outputs.some(({ words }) => /memory|OOM|bad_alloc/.test(words)))
          resolve(trouble('the machine had no memory for the worker'))
        else if (signal !== null) resolve(trouble(`the worker was killed by ${signal}`))
        else if (this.#spoke) resolve({ cause: 'exit', code: code ?? 1, index: null })
        else reject(new InputError(`workers cannot be started: they exit with code ${code}`))
      })
    })
  }
}

/** What the JavaScript engine prints when it gives up, mostly for lack of memory: pages that help nobody. */
const lastWords =
  /\s*(<--- Last few GCs|#\s*\n# Fatal|FATAL ERROR|terminate called after throwing|#\s+\S+\[\d+\]: )[\s\S]*/

/** Passes on to standard error what users' handlers print; notes what the engine says as it gives up, which are pages. */
function passOn(stream: Readable): { words: string } {
  const noted = { words: '' }
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    if (noted.words !== '') {
      noted.words += text
      return
    }
    const kept = text.replace(lastWords, '')
    noted.words = text.slice(kept.length)
    if (kept !== '') process.stderr.write(kept)
  })
  return noted
}
