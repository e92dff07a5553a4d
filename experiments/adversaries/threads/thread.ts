import type { Piscina } from 'piscina'
import { InputError, ModelError } from '../../../engine/index.ts'

/** What has come of a task, or why it was refused: an error loses its class on its way out of a thread. */
type Answer<T> =
  | { readonly kind: 'found'; readonly result: T }
  | { readonly kind: 'refused'; readonly reason: string }

/** In the thread: does a task; what is wrong with the algorithm or its input becomes an answer. */
export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: 'found', result: await work() }
  } catch (error) {
    if (error instanceof InputError || error instanceof ModelError)
      return { kind: 'refused', reason: error.message }
    throw error
  }
}

/**
 * A worker thread of its own for tasks one after the other. It begins with the first task: a thread that is ended while
 * it still loads takes the process with it.
 */
export class SearchThread<Task, Result> {
  readonly #open: () => Promise<Piscina>
  #thread: Promise<Piscina> | null = null

  /** `worker` is the compiled module, whose default export gives an `answer`; `setup` is its worker data. */
  constructor(worker: URL, setup: unknown) {
    this.#open = async () => {
      // Loaded where it is used: most commands have no such threads.
      const { Piscina } = await import('piscina')
      return new Piscina({ filename: worker.href, minThreads: 1, maxThreads: 1, workerData: setup })
    }
  }

  /** Throws an InputError if the task was refused. */
  async run(task: Task): Promise<Result> {
    this.#thread ??= this.#open()
    const found = (await (await this.#thread).run(task)) as Answer<Result>
    if (found.kind === 'refused') throw new InputError(found.reason)
    return found.result
  }

  async end(): Promise<void> {
    await (await this.#thread)?.destroy()
  }
}
