import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { Command, CommanderError } from 'commander'
import { type CommandEntry, commands } from './commands/index.ts'
import { exitCodes } from './exit-codes.ts'

/** Carries out a command line; the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = exitCodes.ok
  const exit = (result: number): void => {
    code = result
  }
  const program = new Command('admissible')
    .description('How many messages, how much time, really? Distributed algorithms held to their theorems.')
    .version(version())
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', exitCodeHelp)
  try {
    // Most of the time that a command takes to start goes into loading, so only the one that is called for is loaded.
    const called = words[0] === 'help' ? words[1] : words[0]
    if (called === 'simulate' && isMainThread)
      return await (await import('./simulation/watch.ts')).watched(words)
    for (const entry of commands)
      program.addCommand(
        nameOf(entry) === called ? (await entry.load())(summaryOf(entry), exit) : listed(entry),
      )
    for (const command of [program, ...program.commands]) command.exitOverride()
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return await explain(error)
  }
}

const nameOf = ({ words }: CommandEntry): string => words.split(' ', 1)[0]!

const summaryOf = (entry: CommandEntry): Command => new Command(nameOf(entry)).description(entry.summary)

/** A command as the list in the help of the program shows it; that some option exists is all that it shows of options. */
function listed(entry: CommandEntry): Command {
  const command = summaryOf(entry).option('--help')
  for (const [argument] of entry.words.matchAll(/[<[][^>\]]+[>\]]/g)) command.argument(argument)
  return command
}

const exitCodeHelp = `
Exit codes: 0 all well · 1 a claim or property was violated · 2 bad usage or input ·
3 some cells failed or ran out of budget · 130 interrupted`

/** Says on stderr what went wrong, in one line if it was the user's input. */
async function explain(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput
  const { InputError } = await import('../engine/index.ts')
  const { userFault } = await import('./output/user-fault.ts')
  if (error instanceof InputError) {
    process.stderr.write(`admissible: ${error.message}\n`)
    return exitCodes.badInput
  }
  const fault = userFault(error)
  if (fault !== null) {
    process.stderr.write(`admissible: ${fault}\n`)
    return exitCodes.badInput
  }
  const refusal = systemRefusal(error)
  if (refusal !== null) {
    process.stderr.write(`admissible: ${refusal}\n`)
    return exitCodes.badInput
  }
  const stack = error instanceof Error ? error.stack : String(error)
  process.stderr.write(
    `admissible: this is a fault of admissible itself; please report it with what follows\n${stack}\n`,
  )
  return exitCodes.internal
}

/** What the system refused, if that is what failed: the machine's trouble is no fault of this program. */
function systemRefusal(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null
  if (error.syscall === 'uv_cwd') return 'the folder in which this was called is gone; change to another one'
  return `the system refuses what is needed: ${error.message}`
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
