/** Ways in which the module of an algorithm can misbehave towards whatever else runs in its process. */

/** A module with an algorithm `bad`; `top` runs when it is imported, `handler` upon each receipt. */
const bad = (top: string, handler = ''): string => `${top}
export const bad = {
  name: 'bad',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, got: 0 }),
  uponStart(p, state) { if (state.isRoot) p.sendToAll({ type: 'M' }) },
  uponReceiving: { M(p, state, message) { state.got++; ${handler} } },
}
`

const replacing: readonly (readonly [place: string, value: string])[] = [
  ['Math.log', '() => 0'],
  ['Math.random', '() => 0.5'],
  ['Math.floor', '(x) => x + 1'],
  ['JSON.stringify', "() => '{}'"],
  ['JSON.parse', '() => ({})'],
  ['Object.prototype.toJSON', "function () { return 'mine' }"],
  ['Object.keys', '() => []'],
  ['Object.entries', '() => []'],
  ['Object.freeze', '(x) => x'],
  ['Object.hasOwn', '() => true'],
  ['Array.prototype.map', 'function () { return [] }'],
  ['Array.prototype.push', 'function () { return 0 }'],
  ['Array.prototype.sort', 'function () { return this }'],
  ['Array.prototype[Symbol.iterator]', 'function* () {}'],
  ['Map.prototype.get', 'function () {}'],
  ['Set.prototype.has', '() => true'],
  ['Number.isFinite', '() => true'],
  ['Number.prototype.toString', "function () { return '7' }"],
  ['String.prototype.split', 'function () { return [] }'],
  ['String.prototype.replace', 'function () { return this }'],
  ['Float64Array.prototype.set', 'function () {}'],
  ['Promise.prototype.then', 'function () {}'],
  ['Promise.race', '() => new Promise(() => {})'],
  ['RegExp.prototype.test', '() => true'],
  ['Date.now', '() => 0'],
  ['performance.now', '() => 0'],
  ['Atomics.store', '() => 0'],
  ['Error.prototype.toString', "() => 'fine'"],
  ['globalThis.Map', 'Set'],
  ['globalThis.Float64Array', 'Float32Array'],
  ['globalThis.undefined', '7'],
]

/** By what they do: the source of a module. */
export const misbehaving: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    replacing.flatMap(([place, value]) => [
      [`replaces ${place} when it is imported`, bad(`${place} = ${value}`)],
      [`replaces ${place} in a handler`, bad('', `${place} = ${value}`)],
    ]),
  ),
  'rejects a promise later': bad('', "Promise.resolve().then(() => { throw new Error('late') })"),
  'rejects a promise much later': bad(
    "import { setTimeout as wait } from 'node:timers/promises'",
    "wait(20).then(() => { throw new Error('late') })",
  ),
  'throws in a timer': bad('', "setTimeout(() => { throw new Error('late') }, 5)"),
  'throws in the next tick': bad('', "process.nextTick(() => { throw new Error('late') })"),
  'keeps a timer running': bad("import { setInterval as again } from 'node:timers'\nagain(() => {}, 1)"),
  'leaves its process': bad('', 'process.exit(0)'),
  'leaves its process when it is imported': bad('process.exit(3)'),
  'never returns': bad('', 'while (true) {}'),
  'never returns when it is imported': bad('while (true) {}'),
  'fills the memory': bad('const kept = []', 'while (true) kept.push(new Array(1e6).fill(7))'),
  'changes a message that it received': bad('', 'message.type = "N"'),
  'says that all cells are finished': bad(
    "import { parentPort } from 'node:worker_threads'",
    "parentPort.postMessage({ kind: 'finished', cells: '[]', done: true })",
  ),
  'reports the cells of others': bad(
    "import { parentPort } from 'node:worker_threads'",
    `for (let index = 0; index < 40; index++)
      parentPort.postMessage({ kind: 'finished', cells: JSON.stringify([{ index, row: {}, ms: 1 }]), done: false })`,
  ),
  'sends nonsense to whoever started it': bad(
    "import { parentPort } from 'node:worker_threads'",
    'parentPort.postMessage(null); parentPort.postMessage({ kind: "finished", cells: "{", done: 7 })',
  ),
  'prints a lot': bad('', "console.log('x'.repeat(10000)); process.stdout.write('y'.repeat(10000))"),
  'adds to the prototype of all objects': bad('Object.prototype.extra = 1'),
  'changes the environment': bad('process.env.NODE_OPTIONS = "--nonsense"; process.env.TZ = "Asia/Tokyo"'),
  'listens to what its worker is told': bad(
    "import { parentPort } from 'node:worker_threads'\nparentPort?.removeAllListeners('message')",
  ),
}
