/**
 * Puts what `simulate` loads into a few files, dist/bundle, since most of the time that a short run takes went into opening
 * five hundred.
 *
 *   node dist/scripts/bundle.js
 */
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** Bundles the thread of `simulate` that was compiled in a folder, in `bundle` there. What is imported later stays apart. */
export async function bundleSimulation(dist: string): Promise<void> {
  const folder = join(dist, 'bundle')
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: [join(dist, 'cli/simulate-thread.js')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minify: true,
    logLevel: 'error',
    plugins: [placesFrom(folder)],
  })
}

/** Files that look for others beside them go on doing so where they were. */
const placesFrom = (folder: string): Plugin => ({
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const place = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
      return { contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`) }
    })
  },
})

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundleSimulation(fileURLToPath(new URL('../', import.meta.url)))
