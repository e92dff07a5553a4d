import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { globSync } from '../files.ts'
import { admissibleHere } from '../helpers/admissible.ts'

/** The options that `admissible COMMAND --help` lists; those of all commands together. */
const optionsOf = async (command: string): Promise<Set<string>> => {
  const { stdout } = await admissibleHere([command, '--help'])
  return new Set([...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm)].map(([, option]) => option!))
}

const commandNames = async (): Promise<string[]> => {
  const { stdout } = await admissibleHere(['--help'])
  return [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(
    ([, name]) => name!,
  )
}

/** What of a line stands in quotes, perhaps from there on. */
const quoted = (line: string): string => (line.match(/'[^']*'|`[^`]*`?/g) ?? []).join(' ')

const named = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option)

test('every option that a message names exists', async () => {
  const commands = await commandNames()
  assert.ok(commands.includes('simulate') && commands.includes('attack'))
  const all = new Set<string>()
  for (const command of commands) for (const option of await optionsOf(command)) all.add(option)
  let seen = 0
  for (const file of ['engine', 'experiments', 'cli', 'reports'].flatMap((room) => globSync(room, '.ts'))) {
    // What stands in colours of a page is no option.
    if (/^reports\/(html|page)\//.test(file)) continue
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (/^\s*(\/\/|\/?\*)/.test(line) || !/['`]/.test(line)) continue
      for (const option of named(quoted(line))) {
        if (nodeOptions.includes(option)) continue
        assert.ok(all.has(option), `${file} names ${option}: ${line.trim()}`)
        seen++
      }
    }
  }
  assert.ok(seen > 50, `${seen}`)
})

/** What programs other than this one are told. */
const nodeOptions = [
  '--no-warnings',
  '--max-old-space-size',
  '--stack-size',
  '--import',
  '--expose-gc',
  '--version',
]

/** Command lines that are refused with a remedy. */
const refused: readonly string[] = [
  'simulate bfs-sync --topology ring --n 4 --timing asynchronous',
  'attack bfs-sync --topology ring --n 5',
  'simulate flooding --topology ring --n 4 --initiators 2 --root 0',
  'attack flooding --topology ring --n 4 --initiators 2 --root 0',
  'explore flooding --topology ring --n 4 --initiators 2 --root 0',
  'simulate echo --topology ring --n 4 --wakeup random:k=1 --root 0 --seed 3',
  'simulate lcr --topology path --n 4',
  'attack lcr --topology path --n 4',
  'explore lcr --topology ring:oriented=no --n 4',
  'sweep --algorithm bfs-sync --topology ring --n 4',
  'sweep --algorithm flooding --topology ring --n 4 --states 3',
  'sweep --algorithm flooding --topology ring --n 4 --worst-except flooding',
  'sweep --algorithm flooding --topology ring --n 4 --force',
]

for (const line of refused)
  test(`the remedy can be typed: ${line}`, async () => {
    const [command, ...rest] = line.split(' ')
    const { code, stderr } = await admissibleHere([command!, ...rest])
    assert.equal(code, 2, stderr)
    const options = await optionsOf(command!)
    for (const option of named(stderr)) assert.ok(options.has(option), `${option}: ${stderr}`)
    for (const [, other] of stderr.matchAll(/\badmissible ([a-z-]+) /g))
      assert.ok((await commandNames()).includes(other!), stderr)
  })

test('an algorithm in rounds and a root asleep have remedies that then run', async () => {
  const runs = [
    'simulate bfs-sync --topology ring --n 4 --timing synchronous',
    'simulate bfs-sync --topology ring --n 4',
  ]
  const awake = 'simulate flooding --topology ring --n 4 --root 0 --wakeup root'
  for (const line of [...runs, awake]) assert.equal((await admissibleHere(line.split(' '))).code, 0, line)
})
