import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the names of this package's rooms lead to in a user's module. */
const rooms: Readonly<Record<string, string>> = {
  admissible: at('../../engine/index.js'),
  'admissible/algorithms': at('../../algorithms/index.js'),
  'admissible/experiments': at('../../experiments/definition/in-page.js'),
}

const roomsPlugin: Plugin = {
  name: 'rooms',
  setup({ onResolve }) {
    onResolve({ filter: /^admissible($|\/)/ }, ({ path }) =>
      rooms[path] === undefined
        ? { errors: [{ text: `“${path}” does not run in a page` }] }
        : { path: rooms[path], sideEffects: false },
    )
  },
}

/** A module with all that it imports, as one classic script. Throws an error of one line if there is none. */
async function bundle(contents: string, readable = false): Promise<string> {
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: at('.'), loader: 'js' },
      bundle: true,
      minify: !readable,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [roomsPlugin],
    })
    return outputFiles[0]!.text
  } catch (error) {
    const [first] = (error as { errors?: { text: string }[] }).errors ?? []
    throw new Error(first?.text ?? (error as Error).message)
  }
}

/** The page's own code. `exports` are the names of the catalogue's algorithms in its module. */
export async function bundlePage(
  data: object,
  exports: readonly string[],
  onSharedMemory: boolean,
): Promise<string> {
  const main = onSharedMemory ? './main-shared.js' : './main.js'
  return await bundle(`
import { setUpTravel } from ${JSON.stringify(at(main))}
import { ${exports.join(', ')} } from ${JSON.stringify(rooms['admissible/algorithms'])}
globalThis.admissible = setUpTravel(${JSON.stringify(data)}, [${exports.join(', ')}])`)
}

/**
 * A user's module, which hands in what it exports; if it throws, what it throws. A readable one keeps the text of its
 * functions, which the page shows.
 */
export async function bundleModule(path: string, readable: boolean): Promise<string> {
  const file = resolve(path)
  if (!existsSync(file)) throw new Error('there is no such file')
  const name = JSON.stringify(path)
  const script = await bundle(
    `
import * as exports from ${JSON.stringify(file)}
globalThis.admissible.addModule(${name}, exports)`,
    readable,
  )
  return `try{${script}}catch(e){admissible.addModule(${name},'it throws '+e)}`
}
