import type { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Processor, Queue, QueueOptions, Worker } from 'bullmq'
import { InputError } from '../../engine/index.ts'
import { isPostgres, parseAddress, withoutPassword } from './address.ts'
import { importOptional } from './optional.ts'
import { meetingPoint } from './protocol.ts'

type BullMQ = typeof import('bullmq')

/**
 * How long a job stays with a worker that is heard of no more, in milliseconds, and how often others look for such jobs.
 * Together they are the longest that a job rests after its worker died.
 */
const lockDuration = 5000
const stalledInterval = 2500
/** So many workers may die over a job before the job is taken to be the cause. */
const maxStalledCount = 5

/** A server that keeps queues: Redis, Valkey or PostgreSQL. */
export class Connection {
  /** The address without its password, for messages. */
  readonly name: string
  readonly #bullmq: BullMQ
  readonly #options: QueueOptions
  readonly #postgres: boolean
  readonly #onTrouble: (message: string) => void
  readonly #open = new Set<Queue | Worker>()

  private constructor(url: URL, bullmq: BullMQ, onTrouble: (message: string) => void) {
    this.name = withoutPassword(url)
    this.#bullmq = bullmq
    this.#postgres = isPostgres(url)
    this.#onTrouble = onTrouble
    const connection = this.#postgres
      ? // Every queue has connections of its own, and a server has not many.
        { connectionString: url.href, migrate: true, max: 2 }
      : // While the server is away, commands wait for it.
        { url: url.href, maxRetriesPerRequest: null }
    this.#options = { connection } as QueueOptions
  }

  /**
   * Connects to redis://… or postgres://…; throws an InputError if the package for it is not installed, or if no such
   * server answers or may keep queues. `onTrouble` is told in words when the server cannot be reached later on.
   */
  static async open(address: string, onTrouble: (message: string) => void): Promise<Connection> {
    const url = parseAddress(address)
    await (isPostgres(url) ? greetPostgres(url) : greetRedis(url))
    const bullmq = await importOptional<BullMQ>('bullmq')
    const connection = new Connection(url, bullmq, onTrouble)
    try {
      await connection.queue(meetingPoint).waitUntilReady()
      return connection
    } catch (error) {
      await connection.close()
      throw new InputError(`cannot keep queues at ${connection.describe(error)}`)
    }
  }

  queue<T>(name: string): Queue<T> {
    const { Queue } = this.#bullmq
    return this.#kept(
      this.#postgres
        ? (new Queue(name, this.#options, this.#bullmq.createPostgresBackend as never) as unknown as Queue<T>)
        : new Queue<T>(name, this.#options),
    )
  }

  /** Takes jobs from a queue, so many at once; without `process` it takes none and is only seen to be there. */
  worker<T>(name: string, process: Processor<T> | null, concurrency = 1): Worker<T> {
    const { Worker } = this.#bullmq
    const options = {
      ...this.#options,
      name: ownName(),
      concurrency,
      autorun: process !== null,
      lockDuration,
      stalledInterval,
      maxStalledCount,
    }
    return this.#kept(
      this.#postgres
        ? (new Worker(
            name,
            process,
            options,
            this.#bullmq.createPostgresBackend as never,
          ) as unknown as Worker<T>)
        : new Worker<T>(name, process, options),
    )
  }

  /** What a worker throws to say that it has put its job back. */
  putBack(): Error {
    return new this.#bullmq.WaitingError()
  }

  /** Within about a second, also while the server is away. */
  async close(): Promise<void> {
    const all = [...this.#open]
    const closed = Promise.allSettled(all.map((one) => one.close()))
    if ((await Promise.race([closed, sleep(800, 'not yet')])) === 'not yet')
      await Promise.race([Promise.allSettled(all.map((one) => one.disconnect())), sleep(200)])
  }

  #kept<Q extends Queue | Worker>(one: Q): Q {
    // Without a listener, an error would end the process.
    const emitter: EventEmitter = one
    emitter.on('error', (error) => this.#onTrouble(this.describe(error)))
    this.#open.add(one)
    return one
  }

  describe(error: unknown): string {
    return `${this.name}: ${messageOf(error)}`
  }
}

/** By what name a worker is seen: short, since PostgreSQL keeps only 63 characters. */
export const ownName = (): string =>
  `${hostname()
    .replace(/[^\w-]/g, '')
    .slice(0, 20)}.${process.pid}`

async function greetRedis(url: URL): Promise<void> {
  const { Redis } = await importOptional<typeof import('ioredis')>('ioredis')
  const client = new Redis(url.href, { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null })
  let reason: unknown
  client.on('error', (error) => {
    reason = error
  })
  try {
    await client.connect()
    await client.ping()
    // Without this, a database that is not there would only be told of where nobody listens.
    await client.select(Number(url.pathname.slice(1)))
  } catch (error) {
    throw unreachable(url, reason ?? error)
  } finally {
    client.disconnect()
  }
}

async function greetPostgres(url: URL): Promise<void> {
  const { default: pg } = await importOptional<typeof import('pg')>('pg')
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(url, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const unreachable = (url: URL, error: unknown): InputError =>
  new InputError(`cannot reach ${withoutPassword(url)}: ${messageOf(error)}`)

/** Errors of sockets that tried several addresses have no message of their own. */
function messageOf(error: unknown): string {
  if (/^NOAUTH /.test(String((error as Error)?.message)))
    return 'it asks for a password; it may stand in ADMISSIBLE_CLUSTER_PASSWORD'
  const { message, code, errors } = error as { message?: string; code?: string; errors?: unknown[] }
  return message || (errors?.[0] === undefined ? (code ?? String(error)) : messageOf(errors[0]))
}
