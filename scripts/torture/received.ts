import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { begin, ended } from './program.ts'
import { shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

/** A module that leaves a file behind when any of it runs. */
const telltale = (trace: string): string => `
import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(trace)}, 'code has run')
export const mine = {
  name: 'mine', requires: {}, terminates: false, initially: () => ({}),
  uponStart: (p) => p.sendToAll({ type: 'M' }), uponReceiving: { M() {} },
}`

const commands = [
  'verify',
  'replay',
  'draw',
  'shrink',
  'replay results --row 1',
  'reproduce results',
  'report results',
  'compare results results',
]

/** What files may name as a module. */
const names = (module: string): readonly string[] => [
  module,
  './mine.mjs',
  'mine.mjs#mine',
  'results/../mine.mjs',
  `file://${module}`,
  `data:text/javascript,${encodeURIComponent(telltale(`${module}.trace`))}`,
  'node:child_process',
  `${module}\u001b[2K`,
  '__proto__',
]

/** Files of strangers that name code: none of it runs. */
export const received: Trial = {
  name: 'received files that name code',
  async run(options: TrialOptions): Promise<TrialResult> {
    const { folder } = options
    const traces = ['trace', 'mine.mjs.trace'].map((name) => join(folder, name))
    const module = join(folder, 'mine.mjs')
    writeFileSync(join(folder, 'made.mjs'), telltale(join(folder, 'made.txt')))
    for (const line of [
      'simulate ./made.mjs --topology ring --n 3 --record run.jsonl',
      'sweep --algorithm ./made.mjs --topology ring --n 3 --replicates 1 --no-report --out results',
    ])
      if ((await ended(begin(line.split(' '), folder))).code !== 0) throw new Error(`${line} fails`)
    writeFileSync(module, telltale(traces[0]!))
    cpSync(join(folder, 'run.jsonl'), join(folder, 'made.jsonl'))
    cpSync(join(folder, 'results', 'manifest.json'), join(folder, 'made.json'))
    const all = names(module).flatMap((name) => commands.map((command) => ({ name, command })))
    const tried = shareOf(all.length, options)
    const failures: string[] = []
    for (const { name, command } of all.slice(0, tried)) {
      for (const [from, to] of [
        ['made.jsonl', 'run.jsonl'],
        ['made.json', 'results/manifest.json'],
      ]) {
        const text = readFileSync(join(folder, from!), 'utf8')
        writeFileSync(
          join(folder, to!),
          text.replace(/"module":( ?)"[^"]*"/g, (_, space) => `"module":${space}${JSON.stringify(name)}`),
        )
      }
      const words = command.includes(' ') ? command.split(' ') : [command, 'run.jsonl']
      const { code, output } = await ended(begin(words, folder))
      if (traces.some((trace) => existsSync(trace))) failures.push(`${command}, ${name}: code has run`)
      else if (code === null || ![0, 1, 2].includes(code))
        failures.push(`${command}, ${name}: exit code ${code}: ${output}`)
    }
    return { tried, failures }
  },
}
