/**
 * How users' modules are loaded: TypeScript loses its types, on every version of Node, and the names of this
 * package's rooms lead to this very installation, wherever the module lies.
 */
import type { LoadFnOutput, LoadHook, ResolveFnOutput, ResolveHook } from 'node:module'
import { stripTypes } from './strip-types.ts'

const rooms: Readonly<Record<string, string>> = {
  admissible: new URL('../../engine/index.js', import.meta.url).href,
  'admissible/algorithms': new URL('../../algorithms/index.js', import.meta.url).href,
  'admissible/experiments': new URL('../index.js', import.meta.url).href,
  'admissible/reports': new URL('../../reports/index.js', import.meta.url).href,
}

/** What a room's name leads to; undefined for all other names. */
export function resolveRoom(specifier: string): ResolveFnOutput | undefined {
  const url = rooms[specifier]
  return url === undefined ? undefined : { url, format: 'module', shortCircuit: true }
}

/** A module in TypeScript as JavaScript; undefined for all others. */
export function loadTypeScript(url: string): LoadFnOutput | undefined {
  if (!/^file:.*\.m?ts$/.test(url)) return undefined
  return { format: 'module', source: stripTypes(url), shortCircuit: true }
}

export const resolve: ResolveHook = (specifier, context, next) =>
  resolveRoom(specifier) ?? next(specifier, context)

export const load: LoadHook = (url, context, next) => loadTypeScript(url) ?? next(url, context)
