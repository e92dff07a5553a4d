/**
 * Does to the program what mischief, mistakes and failing machines do, and prints what it has borne.
 *
 *     node dist/scripts/torture.js [share] [seed] [trial…]      default: 1, 2004, all trials
 *
 * A share of 0.01 tries a hundredth of it. The whole takes an hour or two on two cores. Needs a POSIX system.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fuzz } from './torture/fuzz.ts'
import { kills } from './torture/kills.ts'
import { logChanges } from './torture/log-changes.ts'
import { killedWorkers, machine } from './torture/machine.ts'
import { neighboursHere, neighboursOnCluster } from './torture/neighbours.ts'
import { received } from './torture/received.ts'
import type { Trial, TrialOptions, TrialResult } from './torture/trial.ts'

export const trials: readonly Trial[] = [
  kills,
  killedWorkers,
  machine,
  logChanges,
  received,
  neighboursHere,
  neighboursOnCluster,
  fuzz,
]

/** A sign of life, and what went wrong last. */
function onProgress(tried: number, failures: readonly string[]): void {
  process.stderr.write(
    `\r  ${tried} tried${failures.length === 0 ? '' : `, ${failures.length} wrong: ${failures.at(-1)}`}  `,
  )
}

/** Carries out trials one after the other; `tell` is told of each. */
export async function torture(
  chosen: readonly Trial[],
  { share, seed, onProgress }: Omit<TrialOptions, 'folder'>,
  tell: (trial: Trial, result: TrialResult | string, seconds: number) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'admissible-torture-'))
  try {
    for (const [number, trial] of chosen.entries()) {
      const missing = trial.needs?.() ?? null
      const start = performance.now()
      const own = join(folder, String(number))
      mkdirSync(own)
      const result =
        missing ?? (await trial.run({ folder: own, share, seed, ...(onProgress && { onProgress }) }))
      tell(trial, result, (performance.now() - start) / 1000)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main([share = '1', seed = '2004', ...names]: readonly string[]): Promise<void> {
  const chosen =
    names.length === 0 ? trials : trials.filter(({ name }) => names.some((word) => name.includes(word)))
  const say = (...columns: readonly string[]) =>
    process.stdout.write(
      `${columns[0]!.padEnd(44)}${columns
        .slice(1, 4)
        .map((text) => text.padStart(10))
        .join('')}  ${columns[4] ?? ''}\n`,
    )
  say('test', 'tried', 'survived', 'seconds')
  await torture(
    chosen,
    { share: Number(share), seed: Number(seed), onProgress },
    ({ name }, result, seconds) => {
      if (typeof result === 'string') {
        say(name, '-', '-', '-', result)
        return
      }
      const { tried, failures, note = '' } = result
      say(name, String(tried), String(tried - failures.length), seconds.toFixed(0), note)
      for (const failure of failures.slice(0, 20)) process.stdout.write(`  ${failure}\n`)
      if (failures.length > 0) process.exitCode = 1
    },
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
