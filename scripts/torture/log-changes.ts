import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import { defineExperiment, runExperiment } from '../../experiments/index.ts'
import { readLog } from '../../experiments/store/read-log.ts'
import { changedBytes } from './change.ts'
import { Dice, shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

const experiment = defineExperiment({
  name: 'small',
  question: '?',
  algorithms: ['flooding', 'lcr'],
  topologies: ['ring'],
  sizes: [4, 8],
  replicates: 8,
  seed: 2004,
})

/** Every change is read; of so many, one is resumed to its end, which takes a process. */
const resumeEvery = 10

const compared = ['runs.csv', 'verdicts.csv', 'manifest.json']

/** Flipped bits, cuts and insertions in the log of a sweep. */
export const logChanges: Trial = {
  name: 'changes of the log',
  async run(options: TrialOptions): Promise<TrialResult> {
    const { folder, seed } = options
    const tried = shareOf(5000, options)
    const whole = join(folder, 'whole')
    await runExperiment(experiment, { out: whole, workers: 1 })
    const bytes = readFileSync(join(whole, 'runs.jsonl'))
    const failures: string[] = []
    let resumed = 0
    for (let number = 0; number < tried; number++) {
      const change = changedBytes(bytes, new Dice(seed, 'log', number))
      if (change.equals(bytes)) continue
      const out = join(folder, 'changed')
      rmSync(out, { recursive: true, force: true })
      mkdirSync(out)
      writeFileSync(join(out, 'runs.jsonl'), change)
      const wrong = readWrong(bytes, change, out)
      options.onProgress?.(number, failures)
      if (wrong !== null) failures.push(`${number}: ${wrong}`)
      if (number % resumeEvery !== 0) continue
      resumed++
      const different = await resumeWrong(whole, out, spoiltLines(bytes, change))
      if (different !== null) failures.push(`${number}: ${different}`)
    }
    return { tried, failures, note: `${resumed} resumed to the end` }
  },
}

/** The numbers of the lines of a changed log that are not as they were written, from 1; a last line without an end is none. */
function spoiltLines(bytes: Buffer, changed: Buffer): number[] {
  const written = new Set(bytes.toString('latin1').split('\n').slice(0, -1))
  const lines = changed.toString('latin1').split('\n').slice(0, -1)
  return lines.flatMap((line, i) => (written.has(line) ? [] : [i + 1]))
}

/** What of a changed log is read otherwise than it was written, or not named; null if nothing is. */
function readWrong(bytes: Buffer, changed: Buffer, out: string): string | null {
  const written = new Set(bytes.toString().split('\n'))
  const named: number[] = []
  let wrong: string | null = null
  try {
    readLog(join(out, 'runs.jsonl'), {
      onCell(cell, { offset, length }) {
        const line = changed.toString('utf8', offset, offset + length)
        if (!written.has(line)) wrong = `the row of cell ${cell.index} is not as it was written`
      },
      onDamage: (line) => named.push(line),
    })
  } catch (error) {
    if (!(error instanceof InputError) || !/runs\.jsonl:1: /.test(error.message)) return String(error)
    named.push(1)
  }
  const spoilt = spoiltLines(bytes, changed)
  // After a damaged header, nothing is read.
  const agree = spoilt[0] === 1 ? named.join() === '1' : named.join() === spoilt.join()
  return wrong ?? (agree ? null : `lines ${spoilt.join()} are damaged, and ${named.join()} are named`)
}

/** Resumes the sweep: how that ends otherwise than without the change; null if it does not. */
async function resumeWrong(whole: string, out: string, spoilt: readonly number[]): Promise<string | null> {
  const notices: string[] = []
  try {
    const onNotice = (text: string) => notices.push(text)
    await runExperiment(experiment, { out, resume: true, workers: 1, onNotice })
  } catch (error) {
    const isNamed = error instanceof InputError && error.message.includes('runs.jsonl:1: ') && spoilt[0] === 1
    return isNamed ? null : String(error)
  }
  for (const name of compared)
    if (readFileSync(join(out, name), 'utf8') !== readFileSync(join(whole, name), 'utf8'))
      return `${name} is another one, where lines ${spoilt.join()} were changed`
  const named = /lines? (\d+)[^\d].* damaged/.exec(notices.join())?.[1]
  return named === spoilt[0]?.toString()
    ? null
    : `line ${spoilt[0]} is damaged, and it says: ${notices.join()}`
}
