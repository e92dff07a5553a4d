import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { misbehaving } from './misbehaving.ts'
import { begin, ended, says } from './program.ts'
import { Redis, redisProgram } from './redis.ts'
import { shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

const good = `export const good = {
  name: 'good',
  requires: { root: true, coins: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, sum: 0 }),
  uponStart(p, state) { if (state.isRoot) p.sendToAll({ type: 'M', hops: Math.floor(Math.log2(64)) }) },
  uponReceiving: { M(p, state, { hops }, from) { state.sum += [3, 1, 2].sort()[0]; if (hops > 0) p.send(from, { type: 'M', hops: hops - 1 }) } },
  columns: { sum: { read: ({ states }) => states.reduce((all, { sum }) => all + sum, 0) } },
}`

/** What a sweep of some algorithms leaves. */
interface Swept {
  /** 2: nothing has run. */
  readonly code: number | null
  readonly output: string
  /** Of all but the bad one; empty if nothing has run. */
  readonly goodRows: readonly string[]
}

/** Sweeps of a good algorithm and one of the catalogue, beside one that may be bad. */
export class Neighbourhood {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
    writeFileSync(join(folder, 'good.mjs'), good)
  }

  /** `bad` is the source of a module; without it, the good ones run alone. */
  async sweep(
    name: string,
    bad: string | null,
    workers: number,
    cluster: string | null = null,
  ): Promise<Swept> {
    const modules = ['./good.mjs', ...(bad === null ? [] : [`./${name}.mjs`])]
    if (bad !== null) writeFileSync(join(this.folder, `${name}.mjs`), bad)
    const out = `out-${name}`
    const grid =
      '--topology ring --n 8,16 --replicates 4 --delay exponential --max-seconds 1 --no-report'.split(' ')
    const words = [
      'sweep',
      '--algorithm',
      [...modules].reverse().concat('flooding').join(','),
      ...grid,
      '--out',
      out,
    ]
    if (cluster === null)
      return this.#swept(await ended(begin([...words, '--workers', String(workers)], this.folder)), out)
    const allowed = modules.flatMap((module) => ['--allow', module])
    const worker = begin(['worker', cluster, '--workers', String(workers), ...allowed], this.folder)
    try {
      // A worker does not begin with a module that misbehaves as it is imported; nor does the sweep.
      await says(worker, / is at /).catch(() => undefined)
      return this.#swept(await ended(begin([...words, '--cluster', cluster], this.folder)), out)
    } finally {
      worker.kill('SIGKILL')
    }
  }

  #swept({ code, output }: { readonly code: number | null; readonly output: string }, out: string): Swept {
    // Without a code it was killed: a module that never returns keeps whoever imports it.
    if (code === 2 || code === null) return { code, output, goodRows: [] }
    const [header, ...rows] = readFileSync(join(this.folder, out, 'runs.csv'), 'utf8')
      .trimEnd()
      .split('\n')
    // Which columns there are depends on the others; what the good ones have in theirs does not.
    const columns = header!.split(',').map((name, i) => ({ name, i }))
    const goodRows = rows
      .map((row) => row.split(','))
      .filter((fields) => fields[1] !== 'bad')
      .map((fields) =>
        columns
          .map(({ name, i }) => `${name}=${fields[i]}`)
          .filter((text) => !text.endsWith('='))
          .join(' '),
      )
    return { code, output, goodRows }
  }
}

/** Nothing but the user can end this. */
const endless = 'never returns when it is imported'

/** Every kind of misbehaviour beside a good algorithm, on this machine or on a cluster. */
const neighbours = (onCluster: boolean): Trial => ({
  name: `algorithms that misbehave, ${onCluster ? 'on a cluster' : 'on one machine'}`,
  needs: () => (onCluster && redisProgram() === null ? 'there is no redis-server' : null),
  async run(options: TrialOptions): Promise<TrialResult> {
    const place = new Neighbourhood(options.folder)
    const alone = (await place.sweep('alone', null, 1)).goodRows.join('\n')
    const redis = onCluster ? await Redis.start(options.folder) : null
    const kinds = Object.entries(misbehaving)
    const tried = shareOf(2 * kinds.length, options)
    const failures: string[] = []
    let refused = 0
    try {
      for (let number = 0; number < tried; number++) {
        const [what, source] = kinds[number % kinds.length]!
        const workers = number < kinds.length ? 1 : 2
        const { code, output, goodRows } = await place.sweep(`bad-${number}`, source, workers, redis?.url)
        options.onProgress?.(number, failures)
        if (code === null && what === endless) refused++
        else if (code === 2 && output.trimEnd().split('\n').length === 1) refused++
        else if (code === null || ![0, 1, 3].includes(code))
          failures.push(`${what}: exit code ${code}: ${output}`)
        else if (goodRows.join('\n') !== alone) failures.push(`${what}, ${workers} workers: other rows`)
      }
    } finally {
      await redis?.stop()
    }
    return { tried, failures, note: `${refused} refused before anything ran` }
  },
})

export const neighboursHere = neighbours(false)
export const neighboursOnCluster = neighbours(true)
