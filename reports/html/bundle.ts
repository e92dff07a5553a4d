import { fileURLToPath } from 'node:url'

let bundled: Promise<string> | undefined

/** The page's own script as one text without imports. The same package gives the same bytes. */
export function pageScript(): Promise<string> {
  bundled ??= bundle(fileURLToPath(new URL('./script/index.js', import.meta.url)))
  return bundled
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}
