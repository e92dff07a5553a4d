import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const installation = fileURLToPath(new URL('../../', import.meta.url))

/** What can change a number, within the installation: folders and files. */
const ownCode = [
  'engine',
  'algorithms',
  'experiments/cell',
  'experiments/grid/cells.js',
  'experiments/replication',
]

/** The code that can change a number: the engine, the algorithms, and users' modules with their imports. */
interface Code {
  /** Of all of it. */
  readonly hash: string
  /** Of each file, shortened, so that it can be said which one has changed. */
  readonly files: Readonly<Record<string, string>>
}

export function hashCode(modules: readonly string[]): Code {
  const all = createHash('sha256')
  const files: Record<string, string> = {}
  const add = (name: string, file: string, shown = name) => {
    const text = readFileSync(file)
    all.update(`${name}\0`).update(text).update('\0')
    files[shown] = createHash('sha256').update(text).digest('hex').slice(0, 16)
  }
  for (const path of ownCode)
    for (const file of scriptsBelow(join(installation, path)))
      add(relative(installation, file).replaceAll('\\', '/'), file)
  // Users' modules are known by their order, so that the hash does not depend on where they lie.
  let i = 0
  for (const file of withRelativeImports(modules))
    add(`module ${i}`, file, `module ${i++} (${basename(file)})`)
  return { hash: all.digest('hex'), files }
}

function scriptsBelow(path: string): string[] {
  if (path.endsWith('.js')) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The modules and everything that they import by a relative path, directly or not. */
function withRelativeImports(modules: readonly string[]): Set<string> {
  const found = new Set(modules)
  for (const file of found) {
    const text = readFileSync(file, 'utf8')
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      const target = resolve(dirname(file), specifier!)
      if (existsSync(target) && !target.startsWith(installation)) found.add(target)
    }
  }
  return found
}
