import type { Cell } from '../../engine/index.ts'
import { importModule } from './import-module.ts'

/**
 * A spec as catalogues read it. One of a family of a user's own names its module, as `./mine.ts#wheel:spokes=4` does,
 * which is imported. Throws an InputError if it cannot be.
 */
export async function loadSpec(text: string): Promise<string> {
  const [, path, spec] = /^(.+\.[mc]?[jt]s)#(.+)$/.exec(text.trim()) ?? []
  if (path === undefined || spec === undefined) return text
  await importModule(path)
  return spec
}

/** The same for wrappers, of which several may be joined by “+”. */
export async function loadWrappers(text: string): Promise<string> {
  const parts = text.split(/\+(?=[a-z./])/)
  const specs: string[] = []
  for (const part of parts) specs.push(await loadSpec(part))
  return specs.join('+')
}

/** The same for the specs of a cell. */
export async function loadCell(cell: Cell): Promise<Cell> {
  return {
    ...cell,
    topology: await loadSpec(cell.topology),
    delay: cell.delay === null ? null : await loadSpec(cell.delay),
    wakeup: await loadSpec(cell.wakeup),
  }
}
