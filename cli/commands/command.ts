import type { Command } from 'commander'

/** Builds a command; `exit` takes the exit code of what it does. */
export type CommandBuilder = (exit: (code: number) => void) => Command

/** Examples at the end of a command's help. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
