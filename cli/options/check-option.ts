import { Option } from 'commander'
import { type CheckMode, InputError } from '../../engine/index.ts'

const meanings: Readonly<Record<CheckMode, string>> = {
  every: 'after every event',
  sampled: 'of long runs after a sample of the events',
  final: 'only at the end',
}

/** When safety properties are checked: one of these, by default `fallback`. */
export function checkOption(modes: readonly CheckMode[], fallback: CheckMode): Option {
  const told = modes.map((mode) => `${mode} (${meanings[mode]})`).join(', ')
  return new Option('--check <when>', `when safety is checked: ${told}; default: ${fallback}`).argParser(
    (text): CheckMode => {
      const mode = modes.find((mode) => mode === text)
      if (mode === undefined)
        throw new InputError(`--check is “${text}”; it must be one of ${modes.join(', ')}`)
      return mode
    },
  )
}

export const allModes: readonly CheckMode[] = ['every', 'sampled', 'final']
