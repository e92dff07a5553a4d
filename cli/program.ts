import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { InputError } from '../engine/index.ts'
import { attackCommand } from './commands/attack.ts'
import { benchCommand } from './commands/bench.ts'
import { compareCommand } from './commands/compare.ts'
import { convertCommand } from './commands/convert.ts'
import { drawCommand } from './commands/draw.ts'
import { exploreCommand } from './commands/explore.ts'
import { listCommand } from './commands/list.ts'
import { lowerBoundCommand } from './commands/lower-bound.ts'
import { mergeCommand } from './commands/merge.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { reproduceCommand } from './commands/reproduce.ts'
import { runCommand } from './commands/run.ts'
import { shrinkCommand } from './commands/shrink.ts'
import { simulateCommand } from './commands/simulate.ts'
import { statusCommand } from './commands/status.ts'
import { sweepCommand } from './commands/sweep.ts'
import { verifyCommand } from './commands/verify.ts'
import { workerCommand } from './commands/worker.ts'
import { exitCodes } from './exit-codes.ts'
import { userFault } from './output/user-fault.ts'

/** Carries out a command line; the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = exitCodes.ok
  const program = new Command('admissible')
    .description('How many messages, how much time, really? Distributed algorithms held to their theorems.')
    .version(version())
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', exitCodeHelp)
  for (const command of commands)
    program.addCommand(
      command((result) => {
        code = result
      }),
    )
  for (const command of [program, ...program.commands]) command.exitOverride()
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return explain(error)
  }
}

const commands = [
  runCommand,
  sweepCommand,
  statusCommand,
  mergeCommand,
  workerCommand,
  simulateCommand,
  replayCommand,
  exploreCommand,
  attackCommand,
  lowerBoundCommand,
  verifyCommand,
  drawCommand,
  shrinkCommand,
  convertCommand,
  listCommand,
  reportCommand,
  reproduceCommand,
  compareCommand,
  benchCommand,
]

const exitCodeHelp = `
Exit codes: 0 all well · 1 a claim or property was violated · 2 bad usage or input ·
3 some cells failed or ran out of budget · 130 interrupted`

/** Says on stderr what went wrong, in one line if it was the user's input. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput
  if (error instanceof InputError) {
    process.stderr.write(`admissible: ${error.message}\n`)
    return exitCodes.badInput
  }
  const fault = userFault(error)
  if (fault !== null) {
    process.stderr.write(`admissible: ${fault}\n`)
    return exitCodes.badInput
  }
  const stack = error instanceof Error ? error.stack : String(error)
  process.stderr.write(
    `admissible: this is a fault of admissible itself; please report it with what follows\n${stack}\n`,
  )
  return exitCodes.internal
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
