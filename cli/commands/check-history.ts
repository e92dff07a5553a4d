import { basename } from 'node:path'
import {
  assertCondition,
  atomicityConditions,
  bypassIn,
  type History,
  type HistoryFinding,
  holdTo,
  InputError,
  operationsOf,
  readHistory,
  usualConditions,
} from '../../engine/index.ts'
import { loadObject, readFile, writeFile } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { integerOption, pathOption } from '../options/specs.ts'
import { describeHistory, type HistoryReport } from '../output/describe-history.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly for?: string
  readonly object?: string
  readonly n?: number
  readonly draw?: string
  readonly json?: true
}

export const checkHistoryCommand: CommandBuilder = (command, exit) =>
  command
    .argument(
      '<history>',
      'a file of operations: JSON lines, EDN of Jepsen and porcupine, or a log of Jepsen',
    )
    .option(
      '--for <conditions>',
      'linearizable, sequentially-consistent, mutual-exclusion, causal-order … (default: by the operations)',
    )
    .option(
      '--object <spec>',
      'what the operations are of: register:initial=0, key-value, queue … or one of your own: ./mine.ts#name (default: by the operations)',
    )
    .option('--n <count>', 'the number of processors, if not all occur in the history', integerOption('n', 1))
    .option('--draw <file>', 'draw what is wrong, as .svg or .png', pathOption('draw'))
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      `\nExit codes: 0 all conditions hold · 1 one is violated · 2 bad usage or input · 3 the search was given up\n${examples(
        'admissible check-history etcd.log',
        'admissible check-history etcd.log --for sequentially-consistent --object register:initial=0 --draw why.svg',
        'admissible check-history broadcasts.jsonl --for causal-order,total-order --json',
      )}`,
    )
    .action(async (path: string, options: Options) => {
      const report = await checked(path, options)
      const wrong = report.findings.find(({ finding }) => finding.kind === 'wrong')
      if (options.draw !== undefined && wrong !== undefined)
        await draw(options.draw, titleOf(path, wrong.condition), wrong.finding)
      process.stdout.write(
        options.json ? `${JSON.stringify(asJson(report))}\n` : await describeHistory(report),
      )
      const undecided = report.findings.some(({ finding }) => finding.kind === 'undecided')
      if (wrong !== undefined) exit(exitCodes.violated)
      else if (undecided) exit(exitCodes.failed)
    })

async function checked(path: string, options: Options): Promise<HistoryReport> {
  if (options.draw !== undefined && !/\.(svg|png)$/.test(options.draw))
    throw new InputError(`--draw is “${options.draw}”; its name must end in .svg or .png`)
  const given = options.for?.split(',').map((name) => name.trim())
  for (const name of given ?? []) assertCondition(name)
  const history: History = readHistory(path, readFile(path))
  const usual = given === undefined || options.object === undefined ? usualOf(path, history, options) : null
  const conditions = given ?? usual!.conditions
  const spec = options.object ?? usual!.object
  const object = spec === null ? null : await loadObject(spec)
  const findings = conditions.map((condition) => ({
    condition,
    finding: holdTo(condition, history, { object, ...(options.n === undefined ? {} : { n: options.n }) }),
  }))
  const operations = operationsOf(history)
  const bypass = operations.some(({ operation }) => operation === 'acquire') ? bypassIn(history) : null
  return { path, object: spec, history, operations, bypass, findings }
}

/** An object that is given says what to hold it to. */
function usualOf(path: string, history: History, { object }: Options) {
  return object === undefined ? usualConditions(path, history) : { conditions: ['linearizable'], object }
}

/** “h.jsonl: not linearizable”, “h.jsonl: breaks causal-order”. */
function titleOf(path: string, condition: string): string {
  const isQuality = (atomicityConditions as readonly string[]).includes(condition)
  return `${basename(path)}: ${isQuality ? 'not' : 'breaks'} ${condition}`
}

async function draw(file: string, title: string, finding: HistoryFinding): Promise<void> {
  if (finding.kind !== 'wrong') return
  // The library that draws takes long to load.
  const { drawHistory, drawPng, standalone } = await import('../../reports/index.ts')
  const drawing = drawHistory(finding.fault.part, title, finding.fault.sentence)
  writeFile(file, file.endsWith('.png') ? await drawPng(drawing) : standalone(drawing))
}

const verdicts = { holds: 'holds', wrong: 'violated', undecided: 'undecided' } as const

function asJson({ path, object, operations, bypass, findings }: HistoryReport): object {
  return {
    history: path,
    object,
    operations: operations.length,
    bypass,
    findings: findings.map(({ condition, finding }) => ({
      condition,
      verdict: verdicts[finding.kind],
      sentence:
        finding.kind === 'wrong'
          ? finding.fault.sentence
          : finding.kind === 'undecided'
            ? finding.sentence
            : null,
      part: finding.kind === 'wrong' ? finding.fault.part : [],
    })),
  }
}
