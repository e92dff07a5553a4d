/** The thread that gives the program inputs which are almost right, one after the other, and says what went wrong. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { main } from '../../cli/program.ts'
import { readMessage } from '../../experiments/cluster/read-message.ts'
import { sealedLine } from '../../experiments/store/log-line.ts'
import { changedText } from './change.ts'
import { bounds, commandLines, files } from './inputs.ts'
import { Dice } from './trial.ts'

/** From which input on, and where to say which one is being tried. */
export interface FuzzData {
  readonly folder: string
  readonly seed: number
  readonly from: number
  readonly to: number
  /** The number of the input that is being tried. */
  readonly atInput: Int32Array
}

/** An input that was not borne. */
export interface Harm {
  readonly number: number
  readonly what: string
}

const { folder, seed, from, to, atInput } = workerData as FuzzData
const path = join(folder, 'input')
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** What a terminal or a file is told is of no interest here, but that no stack is shown is. */
let written = ''
for (const stream of [process.stdout, process.stderr])
  stream.write = (part: string | Uint8Array) => {
    if (written.length < 1e6) written += String(part)
    return true
  }

const records = ['lcr.jsonl', 'flooding.jsonl', 'broken.jsonl'].map(text)
const rows = text('results/runs.jsonl')

/** Makes an input; the command line that reads it, null if it was tried already. */
const kinds: readonly ((dice: Dice) => string[] | null)[] = [
  ...Array.from({ length: 6 }, () => commandLine),
  ...Array.from({ length: 6 }, () => (dice: Dice) => {
    const { words, text } = files[dice.pick(Object.keys(files))]!
    writeFileSync(path, changedText(text, dice))
    return dice.pick(words).replace('@', path).split(' ')
  }),
  ...Array.from({ length: 5 }, () => (dice: Dice) => {
    writeFileSync(path, changedText(dice.pick(records), dice))
    return dice
      .pick(['verify @', 'verify @ --json', 'replay @', 'replay @ --trace'])
      .replace('@', path)
      .split(' ')
  }),
  ...Array.from({ length: 2 }, () => folderOfResults),
  (dice) => {
    const message = {
      json: changedText(JSON.stringify({ kind: 'results', worker: 'a.1', cells: cellsOf(rows) }), dice),
    }
    readMessage(message, ({ index, row }) => index < 4 && row.seed === 1)
    return null
  },
]

function commandLine(dice: Dice): string[] {
  const line = dice.pick(commandLines)
  const words = line.split(' ')
  for (let times = 1 + dice.below(2); times > 0; times--) {
    const at = 1 + dice.below(words.length - 1)
    const word = words[at]!
    if (dice.below(4) > 0) words[at] = changedText(word, dice)
    else if (dice.below(2) > 0) words.splice(at, 1)
    else words[at] = dice.pick(dice.pick(commandLines).split(' '))
    if (words.length < 2) break
  }
  return [...words, ...(bounds[words[0]!]?.split(' ') ?? []), ...(isDry(words) ? ['--dry-run'] : [])]
}

const isDry = ([command]: readonly string[]): boolean => command === 'sweep' || command === 'run'

function folderOfResults(dice: Dice): string[] {
  const name = dice.pick(['runs.jsonl', 'manifest.json', 'runs.csv', 'verdicts.csv'])
  cpSync(join(folder, 'results'), join(folder, 'changed'), { recursive: true })
  const changed = changedText(text(`results/${name}`), dice)
  // With checksums that fit, it is what the lines say that has to be looked at.
  const sealed = name === 'runs.jsonl' && dice.below(2) === 0
  writeFileSync(join(folder, 'changed', name), sealed ? resealed(changed) : changed)
  const reading = ['status @', 'compare @ @', 'replay @ --row 2', 'merge @ --no-report', 'report @ --json']
  // To draw a report takes a hundred times as long.
  const words = dice.below(200) === 0 ? reading[4]! : dice.pick(reading.slice(0, 4))
  return words.replaceAll('@', join(folder, 'changed')).split(' ')
}

const resealed = (log: string): string =>
  log
    .split('\n')
    .map((line) => {
      try {
        const { crc32: _, ...content } = JSON.parse(line) as Record<string, unknown>
        return sealedLine(content)
      } catch {
        return line
      }
    })
    .join('\n')

const cellsOf = (log: string): unknown[] =>
  log
    .trimEnd()
    .split('\n')
    .slice(1, 4)
    .map((line) => JSON.parse(line))

const allowed = new Set([0, 1, 2, 3, 130])

async function tryOne(number: number): Promise<string | null> {
  const dice = new Dice(seed, 'fuzz', number)
  written = ''
  let words: readonly string[] | null = null
  try {
    words = dice.pick(kinds)(dice)
    if (words === null) return null
    writeFileSync(join(folder, 'words'), words.join(' '))
    const code = await main(words)
    const shown = `${words.join(' ').slice(0, 300)}: ${written.slice(0, 600)}`
    if (!allowed.has(code)) return `exit code ${code}: ${shown}`
    if (/\n\s+at .*[:(]\d/.test(written)) return `a stack: ${shown}`
    return null
  } catch (error) {
    return `throws ${(error as Error).stack}: ${words?.join(' ').slice(0, 300)}`
  }
}

for (let number = from; number < to; number++) {
  Atomics.store(atInput, 0, number)
  const what = await tryOne(number)
  if (what !== null) parentPort!.postMessage({ harm: { number, what } satisfies Harm })
}
