import { type ChildProcess, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { begin, beginAfter, ended } from './program.ts'
import { shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

const grid = '--topology ring --n 8,16 --replicates 4 --workers 2 --no-report'.split(' ')
const sweep = (out: string): string[] => ['sweep', '--algorithm', 'flooding', ...grid, '--out', out]

/** What a machine lacks: commands of a shell, and what they do. */
const lacks: readonly (readonly [what: string, commands: string])[] = [
  ...[1_200, 1_500, 1_800, 3_000].map((mib) => [`${mib} MB of addresses`, `ulimit -v ${mib}000`] as const),
  ...[30, 60, 100, 200, 400].map((count) => [`${count} descriptors`, `ulimit -n ${count}`] as const),
  ['files of 2 KiB', "trap '' XFSZ; ulimit -f 2"],
  ['an output that is full', 'exec > /dev/full'],
  ['no output', 'exec >&-'],
  ['no error output', 'exec 2>&-'],
  ['a folder that is gone', 'mkdir gone && cd gone && rmdir ../gone'],
  ['a terminal that hangs up', '(sleep 1; kill -HUP $$) & true'],
]

/** Sweeps on a machine that lacks something: the right rows or none, one line, and an exit code that says so. */
export const machine: Trial = {
  name: 'machines that lack something',
  needs: () => (process.platform === 'linux' ? null : 'only Linux has these limits'),
  async run(options: TrialOptions): Promise<TrialResult> {
    const { folder } = options
    const whole = await ended(begin(sweep('whole'), folder))
    if (whole.code !== 0) throw new Error(whole.output)
    const right = readFileSync(join(folder, 'whole', 'runs.csv'), 'utf8')
    const failures: string[] = []
    const tried = shareOf(lacks.length, options)
    for (const [number, [what, commands]] of lacks.slice(0, tried).entries()) {
      const own = join(folder, String(number))
      mkdirSync(own)
      const { code, output } = await ended(beginAfter(commands, sweep('out'), own))
      const wrong = wrongOf(code, output)
      if (wrong !== null) failures.push(`${what}: ${wrong}: ${output.slice(-400)}`)
      // On a machine that lacks nothing, it goes on.
      const again = await ended(begin([...sweep('out'), '--resume'], own))
      const rows = again.code === 0 ? readFileSync(join(own, 'out', 'runs.csv'), 'utf8') : ''
      if (rows !== right)
        failures.push(`${what}: resumed, it ends with ${again.code}: ${again.output.slice(-400)}`)
    }
    return { tried, failures }
  },
}

/** A failure of the machine is bad input or an interruption, and no stack is shown. */
function wrongOf(code: number | null, output: string): string | null {
  // The engine of JavaScript itself may not begin.
  if (code === null || code >= 132) return null
  if (![0, 2, 130].includes(code)) return `exit code ${code}`
  return /\n\s+at .*[:(]\d/.test(output) ? 'a stack' : null
}

/** Workers that are killed while they run: the rows are the same. */
export const killedWorkers: Trial = {
  name: 'workers that are killed',
  needs: () => (spawnSync('ps', ['-A']).status === 0 ? null : 'there is no ps'),
  async run(options: TrialOptions): Promise<TrialResult> {
    const { folder } = options
    const line = (out: string) => [...sweep(out), '--n', '64..512', '--replicates', '40']
    const whole = await ended(begin(line('whole'), folder))
    if (whole.code !== 0) throw new Error(whole.output)
    const tried = shareOf(20, options)
    const failures: string[] = []
    for (let number = 0; number < tried; number++) {
      const child = begin(line(`out-${number}`), folder)
      const timer = setInterval(() => killChildOf(child), 4000 + 100 * number)
      const { code, output } = await ended(child)
      clearInterval(timer)
      const same = code === 0 && rows(folder, `out-${number}`) === rows(folder, 'whole')
      if (!same) failures.push(`ends with ${code}: ${output.slice(-400)}`)
    }
    return { tried, failures }
  },
}

const rows = (folder: string, out: string): string => readFileSync(join(folder, out, 'runs.csv'), 'utf8')

function killChildOf({ pid }: ChildProcess): void {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  const child = Number(stdout.trim().split('\n').at(-1))
  if (child > 0)
    try {
      process.kill(child, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
}
