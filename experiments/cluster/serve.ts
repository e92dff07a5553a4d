import type { Job, Queue } from 'bullmq'
import { FileHashes } from '../files/data-files.ts'
import { Connection, ownName } from './connection.ts'
import { objection } from './objection.ts'
import { makeOffer } from './offer.ts'
import { persistently } from './persistently.ts'
import { Pools } from './pools.ts'
import {
  type BatchJob,
  batchQueue,
  type Envelope,
  type Message,
  mailbox,
  meetingPoint,
  pack,
  unpack,
} from './protocol.ts'
import { quietly } from './quietly.ts'

/** What a worker of a cluster offers. */
export interface ServeOptions {
  /** Worker processes, and jobs at once. */
  readonly workers: number
  /** Paths of users' modules whose algorithms may run here. */
  readonly allow: readonly string[]
  /** Ends it; what is running goes back to the queue. */
  readonly signal: AbortSignal
  readonly onNotice: (text: string) => void
}

/** Mailboxes that are kept open. */
const mostMailboxes = 8

/**
 * Runs batches from a server's queues until the signal comes: those of the code that is installed here, or in a module
 * that the operator allows. Cells run in processes of their own, never in this one, which must renew the locks of its jobs.
 */
export async function serve(
  url: string,
  { workers, allow, signal, ...options }: ServeOptions,
): Promise<void> {
  const onNotice = quietly(options.onNotice)
  const offer = await makeOffer(allow)
  const connection = await Connection.open(url, onNotice)
  const pools = new Pools(workers, signal)
  const files = new FileHashes()
  const mailboxes = new Map<string, Queue<Envelope<Message>>>()

  const send = async (sweep: string, message: Message): Promise<void> => {
    const box = mailboxes.get(sweep) ?? connection.queue<Envelope<Message>>(mailbox(sweep))
    mailboxes.delete(sweep)
    mailboxes.set(sweep, box)
    if (mailboxes.size > mostMailboxes) {
      const [oldest, queue] = mailboxes.entries().next().value!
      mailboxes.delete(oldest)
      void queue.close()
    }
    await persistently(
      () => box.add('message', pack(message)),
      signal,
      (error) => onNotice(connection.describe(error)),
    )
  }
  const run = async (
    job: Job<Envelope<BatchJob>>,
    token: string | undefined,
    code: string,
  ): Promise<void> => {
    const batch = unpack(job.data)
    const { sweep, setup, seconds, cells } = batch
    const { modules, families } = offer.get(code)!
    const reason = objection(batch, code, modules) ?? files.objection(batch.files)
    if (reason !== null) return await send(sweep, { kind: 'refused', worker: ownName(), reason })
    const finished = await pools.run({ ...setup, modules, families }, seconds, cells)
    if (signal.aborted) {
      await job.moveToWait(token)
      throw connection.putBack()
    }
    // What this machine has ended another one may finish.
    const sound = finished.filter(({ trouble }) => !trouble)
    await send(sweep, { kind: 'results', worker: ownName(), cells: sound })
    const ended = finished.find(({ trouble }) => trouble)
    if (ended !== undefined) throw new Error(`${ownName()}: ${ended.row.detail}`)
  }

  connection.worker(meetingPoint, null)
  for (const code of offer.keys())
    connection.worker<Envelope<BatchJob>>(batchQueue(code), (job, token) => run(job, token, code), workers)
  const codes = [...offer.keys()].map((code) => code.slice(0, 8)).join(', ')
  onNotice(`${ownName()} is at ${connection.name} with ${workers} processes, for the code ${codes}`)
  await new Promise<void>((stop) => {
    if (signal.aborted) stop()
    signal.addEventListener('abort', () => stop())
  })
  await connection.close()
  await pools.close()
}
