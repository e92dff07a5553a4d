import type { Command } from 'commander'
import { shellWord } from '../experiments/index.ts'

/** The words that a command was called with, its own name first, as typed. */
export function typedWords(command: Command): readonly string[] {
  return (command.parent as unknown as { readonly rawArgs: readonly string[] }).rawArgs
}

/** The command line that goes on with what an interrupted one has left. */
export function resumeLine(words: readonly string[]): string {
  return commandLine([...withoutResuming(words), '--resume'])
}

/** The command line that runs all of it anew. */
export function wholeLine(words: readonly string[]): string {
  return commandLine(
    withoutResuming(words).filter((word, i, all) => !/^--shard(=|$)/.test(word) && all[i - 1] !== '--shard'),
  )
}

const withoutResuming = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word !== '--resume' && word !== '--force')

const commandLine = (words: readonly string[]): string => ['admissible', ...words].map(shellWord).join(' ')
