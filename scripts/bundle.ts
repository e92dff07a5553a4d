/**
 * Puts the modules of the package into a few files, dist/bundle, since most of the time that a short command takes goes
 * into opening five hundred.
 *
 *   node dist/scripts/bundle.js
 */
import { readFile, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** Where something begins: the program, its threads and processes, and the rooms that users' modules import. */
export const entries: readonly string[] = [
  'cli/program.js',
  'cli/simulate-thread.js',
  'experiments/workers/host.js',
  'experiments/workers/worker.js',
  'experiments/loading/hooks.js',
  'experiments/adversaries/attack/worker.js',
  'experiments/adversaries/explore/worker.js',
  'experiments/adversaries/resilience/worker.js',
  'reports/figures/pdf-worker.js',
  'engine/index.js',
  'algorithms/index.js',
  'experiments/index.js',
  'reports/index.js',
]

/** Bundles what was compiled in a folder, in `bundle` there. What is imported later stays apart. */
export async function bundlePackage(dist: string): Promise<void> {
  const folder = join(dist, 'bundle')
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: Object.fromEntries(
      entries.map((entry) => [nameInBundle(entry).replace('.js', ''), join(dist, entry)]),
    ),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minify: true,
    logLevel: 'error',
    plugins: [placesFrom(dist, folder)],
  })
}

const slashed = (path: string): string => path.replaceAll('\\', '/')

/** All files of the bundle lie in one folder: `engine/index.js` is `engine-index.js` there. */
export const nameInBundle = (entry: string): string => entry.replaceAll('/', '-')

/**
 * A file that looks for another one by its place finds that of the bundle if there is one, so that nothing is loaded twice,
 * or else the one that there was.
 */
const placesFrom = (dist: string, folder: string): Plugin => ({
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const where = `new URL(${JSON.stringify(slashed(relative(folder, path)))}, import.meta.url).href`
      const found = (other: string): string | undefined => {
        const entry = slashed(relative(dist, resolve(dirname(path), other)))
        return entries.includes(entry) ? `new URL('./${nameInBundle(entry)}', import.meta.url)` : undefined
      }
      const text = await readFile(path, 'utf8')
      return {
        contents: text.replace(
          /new URL\('(\.[^']+)', import\.meta\.url\)|import\.meta\.url/g,
          (all, other?: string) => (other && found(other)) ?? all.replace('import.meta.url', where),
        ),
      }
    })
  },
})

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundlePackage(fileURLToPath(new URL('../', import.meta.url)))
