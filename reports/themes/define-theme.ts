import { didYouMean, InputError } from '../../engine/index.ts'
import type { Look } from './look.ts'
import { type ThemeName, themes } from './stock.ts'

/** A part of a look; what is not said is as in the theme that it is made from. */
type Changes<T> = T extends readonly unknown[] | ((...given: never[]) => unknown)
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Changes<T[K]> }
    : T

/** A theme of one's own: a stock theme with changes. */
export type ThemeDefinition = Changes<Omit<Look, 'name'>> & {
  /** Names the folder of its figures. */
  readonly name: string
  /** The theme that it is made from. Default: blog. */
  readonly from?: ThemeName
}

const own = new WeakSet<object>()

/** Whether a value is a theme of one's own. */
export const isOwnTheme = (value: unknown): value is Look =>
  typeof value === 'object' && value !== null && own.has(value)

/**
 * A theme for `--theme ./mine.ts#night`: `export const night = defineTheme({ name: 'night', from: 'blog-dark', ink: { … } })`.
 * Throws an InputError that names the first key that no theme has.
 */
export function defineTheme({ name, from = 'blog', ...changes }: ThemeDefinition): Look {
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name))
    throw new InputError(
      `theme: name is ${JSON.stringify(name)}; it must be of small letters, digits and “-”: it names a folder`,
    )
  if (Object.hasOwn(themes, name))
    throw new InputError(`theme ${name}: a stock theme has this name; choose another`)
  if (!Object.hasOwn(themes, from)) {
    const known = Object.keys(themes)
    throw new InputError(
      `theme ${name}: from: there is no theme “${from}”${didYouMean(from, known) || `; there are ${known.join(', ')}`}`,
    )
  }
  const look = { ...(merged(themes[from], changes, `theme ${name}: `) as Look), name }
  own.add(look)
  return look
}

function merged(base: object, changes: object, where: string): object {
  const result: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    if (!Object.hasOwn(base, key)) {
      const known = Object.keys(base)
      const hint = didYouMean(key, known) || `; there are ${known.join(', ')}`
      throw new InputError(`${where}${key}: a theme has no such key${hint}`)
    }
    const old = result[key]
    if (old !== null && value !== null && typeof old !== typeof value)
      throw new InputError(`${where}${key}: expected a ${typeof old}, not a ${typeof value}`)
    const nested = typeof old === 'object' && old !== null && !Array.isArray(old)
    result[key] = nested ? merged(old, value as object, `${where}${key}.`) : value
  }
  return result
}
