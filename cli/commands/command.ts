import type { Command } from 'commander'

/** Gives a command, which has its name and its summary, what else it has; `exit` takes the exit code of what it does. */
export type CommandBuilder = (command: Command, exit: (code: number) => void) => Command

/** Examples at the end of a command's help. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
