import type { Command } from 'commander'
import { shellWord } from '../../experiments/index.ts'

/** The words that a command was called with, its own name first, as typed. */
export function typedWords(command: Command): readonly string[] {
  return (command.parent as unknown as { readonly rawArgs: readonly string[] }).rawArgs
}

/** The command line that goes on with what an interrupted one has left. */
export function resumeLine(words: readonly string[]): string {
  return commandLine([...withoutResuming(words), '--resume'])
}

/** The command line that runs all of it anew, here. */
export function wholeLine(words: readonly string[]): string {
  return commandLine(
    withoutResuming(words).filter(
      (word, i, all) =>
        !/^--(shard|cluster)(=|$)/.test(word) && !/^--(shard|cluster)$/.test(all[i - 1] ?? ''),
    ),
  )
}

const withoutResuming = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word !== '--resume' && word !== '--force')

/** It is kept beside the results, so that it must not tell the password of a server. */
const commandLine = (words: readonly string[]): string =>
  ['admissible', ...words]
    .map((word) => shellWord(word.replace(/(\w+:\/\/[^/:@]*):[^/@]*@/, '$1:***@')))
    .join(' ')
