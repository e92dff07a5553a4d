import { InputError } from '../../engine/index.ts'
import { importExports } from '../../experiments/index.ts'
import type { Look } from '../../reports/index.ts'

/** Whether a name of a theme is that of one in a user's module: `./mine.ts#night`. */
export const isThemePath = (name: string): boolean => /\.[mc]?[jt]s(#|$)/.test(name)

/** The theme of a user's module. Throws an InputError if there is none of this name. */
export async function loadTheme(name: string): Promise<Look> {
  const hash = name.lastIndexOf('#')
  const path = hash < 0 ? name : name.slice(0, hash)
  const { isOwnTheme } = await import('../../reports/index.ts')
  const found = Object.values(await importExports(path)).filter(isOwnTheme)
  const look =
    hash < 0 && found.length === 1 ? found[0] : found.find((one) => one.name === name.slice(hash + 1))
  if (look !== undefined) return look
  const names = found.map((one) => `${path}#${one.name}`)
  throw new InputError(
    names.length === 0
      ? `--theme ${name}: ${path} exports no theme; write export const night = defineTheme({ name: 'night', … })`
      : `--theme ${name}: choose one of ${names.join(', ')}`,
  )
}
