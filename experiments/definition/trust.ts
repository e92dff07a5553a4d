/*
 * A worker imports the experiment's module only for the algorithms in it. The main thread has checked the
 * definition by then, so the worker is spared the time that checking takes.
 */
let trusted = false

/** From now on `defineExperiment` returns what it is given. */
export function trustDefinitions(): void {
  trusted = true
}

export function definitionsAreTrusted(): boolean {
  return trusted
}
