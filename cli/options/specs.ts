import { InputError, splitAtCommas } from '../../engine/index.ts'

/**
 * The specs of a list such as `ring,uniform:min=0.2,max=1,torus`: a part that only sets a parameter (`max=1`)
 * belongs to the spec before it.
 */
export function splitSpecs(text: string): string[] {
  const specs: string[] = []
  for (const part of splitAtCommas(text).map((part) => part.trim())) {
    if (specs.length > 0 && /^[\w-]+=/.test(part)) specs[specs.length - 1] += `,${part}`
    else specs.push(part)
  }
  return specs
}

/** For an option that may be given more than once: adds its specs to those so far. */
export const collectSpecs = (text: string, soFar: readonly string[] | undefined): string[] => [
  ...(soFar ?? []),
  ...splitSpecs(text),
]

/** For an option that may be given more than once and is not split. */
export const collect = (text: string, soFar: readonly string[] | undefined): string[] => [
  ...(soFar ?? []),
  text,
]

/** An option that is an integer from `least` to 2^53 − 1; the error names the option. */
export const integerOption =
  (name: string, least: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
    throw new InputError(`--${name} is “${text}”; it must be an integer of at least ${least}`)
  }

/** An option that is a positive number; the error names the option. */
export const positiveOption =
  (name: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value
    throw new InputError(`--${name} is “${text}”; it must be a positive number`)
  }

/** An option that is the path of a file or a folder; the error names the option. */
export const pathOption =
  (name: string) =>
  (text: string): string => {
    if (text.trim() !== '') return text
    throw new InputError(`--${name} is “${text}”; it must be a path`)
  }

/** The value of --timing. */
export function timingOption(text: string): 'synchronous' | 'asynchronous' {
  if (text === 'synchronous' || text === 'asynchronous') return text
  throw new InputError(`--timing is “${text}”; it must be synchronous or asynchronous`)
}
