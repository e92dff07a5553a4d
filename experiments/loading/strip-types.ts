import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The JavaScript of a TypeScript file, every token in its place. Throws a SyntaxError that begins with the place. */
export function stripTypes(url: string): string {
  // The parser takes long to load, and JavaScript does not need it.
  const { transformSync } = createRequire(import.meta.url)(
    '@swc/wasm-typescript',
  ) as typeof import('@swc/wasm-typescript')
  try {
    return transformSync(readFileSync(new URL(url), 'utf8'), { mode: 'strip-only' }).code
  } catch (error) {
    const { startLine, startColumn, message } = error as Partial<Diagnostic>
    if (startLine === undefined || startColumn === undefined) throw error
    throw new SyntaxError(`${fileURLToPath(url)}:${startLine}:${startColumn + 1}: ${message}`)
  }
}

/** What the parser throws; lines count from 1, columns from 0. */
interface Diagnostic {
  readonly startLine: number
  readonly startColumn: number
  readonly message: string
}
