import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, Queue } from 'bullmq'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import { unmeasured } from '../cell/index.ts'
import { FileHashes } from '../files/data-files.ts'
import type { RunCellsOptions } from '../workers/run-cells.ts'
import type { WorkerSetup } from '../workers/setup.ts'
import { cutIntoBatches } from './batches.ts'
import { codeOf } from './code.ts'
import type { Connection } from './connection.ts'
import { persistently } from './persistently.ts'
import {
  type BatchJob,
  batchQueue,
  type Envelope,
  type Message,
  mailbox,
  meetingPoint,
  pack,
} from './protocol.ts'
import { readMessage } from './read-message.ts'
import { Reminder } from './reminder.ts'

interface CoordinatorOptions
  extends Pick<RunCellsOptions, 'signal' | 'cells' | 'estimates' | 'record' | 'onProgress' | 'seconds'> {
  /** Whether a result is one of this sweep's. */
  readonly isOf: (cell: FinishedCell) => boolean
  /** What `sweepId` gives. */
  readonly sweep: string
  readonly setup: WorkerSetup
  /** Takes what the user should know, such as that no worker is there. */
  readonly onNotice: (text: string) => void
}

/** A job that is with the cluster. */
interface Submitted {
  readonly code: string
  readonly cells: readonly IndexedCell[]
  /** Cells without a result. */
  left: number
}

/** How long workers with other code may be the only ones there, before the sweep is given up. */
const patienceMs = 10_000
/** So many messages in a row that are no results, and the sweep is given up. */
const mostSetAside = 10
/** Messages that are taken from the mailbox at once. */
const handful = 20
/** Jobs that are submitted, or seen to have failed, at once. */
const mostAtOnce = 50

/**
 * Submits cells as jobs and collects the results, until every cell has one. It may die at any time: jobs have names that
 * another coordinator of the same sweep gives them again, and a result stays in the mailbox until it is on disk.
 */
export class Coordinator {
  readonly #connection: Connection
  readonly #options: CoordinatorOptions
  readonly #mailbox: Queue<Envelope<Message>>
  readonly #rejected: Queue<Envelope<Message>>
  readonly #meeting: Queue
  readonly #queues = new Map<string, Queue<Envelope<BatchJob>>>()
  /** By code, the user's module that it includes. */
  readonly #modules = new Map<string, string | undefined>()
  readonly #files = new FileHashes()
  /** All that were ever waited for, by index. */
  readonly #cells = new Map<number, IndexedCell>()
  /** By cell, the name of the job that it is waited for from. */
  readonly #waiting = new Map<number, string>()
  readonly #jobs = new Map<string, Submitted>()
  #submitted = false
  readonly #failures = new Reminder(1000)
  readonly #presence = new Reminder(2000)
  readonly #progress = new Reminder(1000)
  /** Jobs that a server lost, when it lost power, are submitted again; each time later than the last. */
  #silence = new Reminder(30_000)
  readonly #start = performance.now()
  /** Messages that were no results, since the last that was one. */
  #setAsideInARow = 0
  /** Since when only workers with other code are there. */
  #deserted: number | null = null

  constructor(connection: Connection, options: CoordinatorOptions) {
    this.#connection = connection
    this.#options = options
    this.#mailbox = connection.queue(mailbox(options.sweep))
    this.#rejected = connection.queue(`${mailbox(options.sweep)}-rejected`)
    this.#meeting = connection.queue(meetingPoint)
  }

  /**
   * Ends when all cells have a result or the signal comes. Throws what `record` throws, and an InputError if no worker
   * will do.
   */
  async run(indices: readonly number[]): Promise<void> {
    try {
      const planned = this.#plan(indices)
      while ((await this.#collect()) > 0);
      this.#submitted = true
      await this.#submit(planned)
      while (this.#jobs.size > 0) {
        if ((await this.#collect()) > 0) continue
        await this.#lookAround()
        await sleep(100, undefined, { signal: this.#options.signal })
      }
      await this.#persistently(() => this.#mailbox.obliterate({ force: true }))
    } catch (error) {
      await this.#withdraw()
      if (!this.#options.signal.aborted) throw error
    }
  }

  /** Gives every cell to a job, whose cells are run by the same code; the names of the jobs. */
  #plan(indices: readonly number[]): string[] {
    const { setup, cells, estimates } = this.#options
    const works = Float64Array.from({ length: cells.length }, (_, index) => estimates.of(index).work)
    const byModule = new Map<string | undefined, IndexedCell[]>()
    for (const index of indices) {
      const cell = { index, cell: cells.at(index)! }
      const module = setup.modules[cell.cell.algorithm]
      const others = byModule.get(module) ?? []
      byModule.set(module, others)
      others.push(cell)
    }
    return [...byModule].flatMap(([module, own]) => {
      const code = this.#codeOf(module)
      return cutIntoBatches(own, works).map((batch) => this.#expect(code, batch))
    })
  }

  #codeOf(module: string | undefined): string {
    const known = [...this.#modules].find(([, other]) => other === module)
    if (known !== undefined) return known[0]
    const { families = [] } = this.#options.setup
    const code = codeOf([...(module === undefined ? [] : [module]), ...families])
    this.#modules.set(code, module)
    this.#queues.set(code, this.#connection.queue(batchQueue(code)))
    return code
  }

  /** From now on these cells are waited for, from a job of this name. */
  #expect(code: string, cells: readonly IndexedCell[]): string {
    const id = `${this.#options.sweep}-${nameOfCells(cells)}`
    this.#jobs.set(id, { code, cells, left: cells.length })
    for (const cell of cells) {
      this.#cells.set(cell.index, cell)
      this.#waiting.set(cell.index, id)
    }
    return id
  }

  /** Those that are done by now are left out. A job that is there already, by its name, stays as it is. */
  async #submit(names: readonly string[]): Promise<void> {
    for (let i = 0; i < names.length; i += mostAtOnce) {
      const jobs = names.slice(i, i + mostAtOnce).flatMap((id) => {
        const job = this.#jobs.get(id)
        return job === undefined ? [] : [{ id, ...job }]
      })
      for (const code of new Set(jobs.map((job) => job.code))) {
        const own = jobs.filter((job) => job.code === code).map(({ id, cells }) => this.#job(id, code, cells))
        await this.#persistently(() => this.#queues.get(code)!.addBulk(own))
      }
    }
  }

  #job(jobId: string, code: string, cells: readonly IndexedCell[]) {
    const { sweep, seconds, setup } = this.#options
    const { modules, families, ...rest } = setup
    const files = this.#files.of(cells.map(({ cell }) => cell))
    const data = pack<BatchJob>({
      format: 'admissible-batch/1',
      sweep,
      code,
      setup: rest,
      seconds,
      files,
      cells,
    })
    // A failure is kept for the coordinator, which may be away, but not for ever.
    const opts = { jobId, attempts: 3, removeOnComplete: true, removeOnFail: { age: 14 * 24 * 3600 } }
    return { name: 'batch', data, opts }
  }

  /** Takes what is in the mailbox; how many messages there were. */
  async #collect(): Promise<number> {
    const messages = await this.#persistently(() => this.#mailbox.getJobs(['waiting'], 0, handful - 1, true))
    // One that was removed since it was listed has no data.
    for (const message of messages.filter((message) => message?.data !== undefined)) {
      const contents = readMessage(message.data, this.#options.isOf)
      if (typeof contents === 'string') {
        await this.#setAside(message, contents)
        continue
      }
      this.#setAsideInARow = 0
      if (contents.kind === 'results') await this.#finish(contents.cells)
      await this.#persistently(() => message.remove())
      // What was refused an earlier coordinator may be welcome now.
      if (contents.kind === 'refused' && this.#submitted)
        throw new InputError(`${contents.worker} refuses this sweep: ${contents.reason}`)
    }
    if (messages.length > 0) this.#silence = new Reminder(30_000)
    return messages.length
  }

  /** Puts a message that is none into a queue of its own, where it is in nobody's way. */
  async #setAside(message: Job<Envelope<Message>>, reason: string): Promise<void> {
    const { onNotice } = this.#options
    await this.#persistently(() => this.#rejected.add('rejected', message.data))
    await this.#persistently(() => message.remove())
    const where = `set aside in the queue ${this.#rejected.name} at ${this.#connection.name}`
    if (++this.#setAsideInARow >= mostSetAside)
      throw new InputError(`nothing but messages that are no results comes in: ${reason}; they are ${where}`)
    onNotice(`a message is no result: ${reason}; it is ${where}`)
    // The job that it should have been of is done for the server.
    this.#silence = new Reminder(1000)
  }

  async #finish(cells: readonly FinishedCell[]): Promise<void> {
    const more = this.#options.record(cells)
    const fresh = cells.filter(({ index }) => this.#waiting.has(index))
    for (const { index } of fresh) {
      const id = this.#waiting.get(index)!
      this.#waiting.delete(index)
      const job = this.#jobs.get(id)!
      job.left--
      if (job.left === 0) this.#jobs.delete(id)
    }
    const planned = this.#plan(more)
    this.#tellProgress()
    await this.#submit(planned)
  }

  /** If the rest is done as fast as what is done. */
  #tellProgress(): void {
    const seconds = (performance.now() - this.#start) / 1000
    const left = this.#waiting.size
    const done = this.#cells.size - left
    this.#options.onProgress({ cells: left, seconds: (seconds * left) / Math.max(1, done) })
  }

  async #lookAround(): Promise<void> {
    if (this.#failures.isDue()) await this.#takeUpFailures()
    if (this.#progress.isDue()) this.#tellProgress()
    if (this.#presence.isDue()) await this.#lookForWorkers()
    if (this.#silence.isDue()) {
      this.#silence = new Reminder(2 * this.#silence.ms)
      await this.#submit([...this.#jobs.keys()])
    }
  }

  /**
   * A job fails when workers died over it, again and again. Then its cells are tried one by one, and the one that fails
   * alone has a row that says so.
   */
  async #takeUpFailures(): Promise<void> {
    for (const [code, queue] of this.#queues) {
      // The newest, since those of sweeps that were given up may be there as well.
      const failed = await this.#persistently(() => queue.getJobs(['failed'], 0, mostAtOnce - 1))
      for (const job of failed) if (job?.id?.startsWith(this.#options.sweep)) await this.#takeUp(job, code)
    }
  }

  async #takeUp(job: Job<Envelope<BatchJob>>, code: string): Promise<void> {
    const id = job.id!
    const cells = (this.#jobs.get(id)?.cells ?? []).filter(({ index }) => this.#waiting.get(index) === id)
    if (cells.length === 1) {
      const { index, cell } = cells[0]!
      const { experiment } = this.#options.setup
      const row = unmeasured(cell, experiment, 'failed', `on the cluster: ${job.failedReason}`)
      await this.#finish([{ index, row, ms: 0, trouble: true }])
    } else if (cells.length > 1) {
      this.#jobs.delete(id)
      await this.#submit(cells.map((cell) => this.#expect(code, [cell])))
    }
    await this.#persistently(() => job.remove())
  }

  /** Tells the user if nobody is there, and gives up if only workers with other code are. */
  async #lookForWorkers(): Promise<void> {
    const needed = [...new Set([...this.#jobs.values()].map(({ code }) => code))]
    const counts = await Promise.all(
      needed.map((code) => this.#persistently(() => this.#queues.get(code)!.getWorkersCount())),
    )
    const unserved = needed.filter((_, i) => counts[i] === 0)
    if (unserved.length === 0) {
      this.#deserted = null
      return
    }
    const workers = await this.#persistently(() => this.#meeting.getWorkers())
    const { name } = this.#connection
    if (workers.length === 0) {
      this.#deserted = null
      return this.#options.onNotice(`no worker is at ${name}; start some: admissible worker ${name}`)
    }
    this.#deserted ??= performance.now()
    if (performance.now() - this.#deserted < patienceMs) return
    const names = workers.map(({ rawname }) => rawname?.split(':w:')[1] ?? 'one').join(', ')
    const module = this.#modules.get(unserved[0]!)
    const remedy =
      module === undefined
        ? 'they need this very version of admissible'
        : `they need this very version of admissible and of ${module}, started with --allow`
    throw new InputError(
      `no worker at ${name} runs the code of this sweep, ${unserved[0]!.slice(0, 8)}; there are ${workers.length} with other code (${names}): ${remedy}`,
    )
  }

  /** Takes back the jobs that no worker has begun, as far as there is time for it. */
  async #withdraw(): Promise<void> {
    const removals = [...this.#jobs].map(([id, { code }]) => this.#queues.get(code)!.remove(id))
    await Promise.race([Promise.allSettled(removals), sleep(800)])
  }

  #persistently<T>(action: () => Promise<T>): Promise<T> {
    const { signal, onNotice } = this.#options
    return persistently(action, signal, (error) => onNotice(this.#connection.describe(error)))
  }
}

/** A name for some cells: no others have it, so that a job of this name need not be submitted twice. */
function nameOfCells(cells: readonly IndexedCell[]): string {
  const indices = cells.map(({ index }) => index).join()
  return createHash('sha256').update(indices).digest('hex').slice(0, 24)
}
