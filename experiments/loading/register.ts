import * as nodeModule from 'node:module'
import { loadTypeScript, resolveRoom } from './hooks.ts'

/** Hooks that run in the thread itself, which newer versions of Node have. */
interface InThread {
  readonly registerHooks?: (hooks: {
    resolve(specifier: string, context: unknown, next: (s: string, c: unknown) => unknown): unknown
    load(url: string, context: unknown, next: (u: string, c: unknown) => unknown): unknown
  }) => void
}

let registered = false

/** Makes users' modules loadable in this thread. */
export function registerHooks(): void {
  if (registered) return
  registered = true
  const { registerHooks: register } = nodeModule as InThread
  if (register === undefined) nodeModule.register(new URL('./hooks.js', import.meta.url))
  else
    register({
      resolve: (specifier, context, next) => resolveRoom(specifier) ?? next(specifier, context),
      load: (url, context, next) => loadTypeScript(url) ?? next(url, context),
    })
}
