import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { awaitSign, Occupation, occupantOf } from '../../../experiments/store/occupation.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const emptyFolder = (name: string): string => {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}
/** Writes what another process would have left. */
const occupy = (directory: string, change: object) => {
  const path = join(directory, 'running.json')
  const occupation = new Occupation(directory)
  const occupant = JSON.parse(readFileSync(path, 'utf8'))
  occupation.end()
  writeFileSync(path, JSON.stringify({ ...occupant, ...change }))
  return path
}

test('a folder has one writer at a time', () => {
  const directory = emptyFolder('one')
  const first = new Occupation(directory)
  assert.throws(() => new Occupation(directory), {
    name: 'InputError',
    message: /^process \d+ on .* \(since .* UTC\) is writing to the results folder .*; wait for it/,
  })
  first.assertHeld()
  assert.equal(occupantOf(directory)?.alive, true)
  first.end()
  assert.deepEqual(readdirSync(directory), [])
  assert.equal(occupantOf(directory), null)
  new Occupation(directory).end()
})

test('what a killed process has left is taken over at once', async () => {
  const directory = emptyFolder('killed')
  const store = new URL('../../../experiments/store/occupation.js', import.meta.url).href
  const script = `import(${JSON.stringify(store)}).then(({ Occupation }) => {
    new Occupation(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  assert.throws(() => new Occupation(directory), new RegExp(`process ${child.pid} on`))
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.equal(occupantOf(directory)?.alive, false)
  const mine = new Occupation(directory)
  mine.assertHeld()
  mine.end()
})

test(
  'a process that has the number of a dead one is not taken for it',
  { skip: process.platform !== 'linux' },
  () => {
    const directory = emptyFolder('reused')
    // This process lives, but it began at another time than the one that left the file.
    occupy(directory, { born: 'another start of the machine 17' })
    assert.equal(occupantOf(directory)?.alive, false)
    new Occupation(directory).end()
  },
)

test('a writer on another host counts as dead after a minute without a sign of life', () => {
  const directory = emptyFolder('elsewhere')
  const path = occupy(directory, { host: 'elsewhere' })
  assert.throws(
    () => new Occupation(directory),
    /on elsewhere .*; its last sign of life was \d+ s ago, and after 60 s/,
  )
  assert.equal(occupantOf(directory)?.alive, true)
  const longAgo = new Date(Date.now() - 61_000)
  utimesSync(path, longAgo, longAgo)
  assert.equal(occupantOf(directory)?.alive, false)
  new Occupation(directory).end()
})

test('a sign of life from the future is named as such', () => {
  const directory = emptyFolder('tomorrow')
  const path = occupy(directory, { host: 'elsewhere' })
  const tomorrow = new Date(Date.now() + 86_400_000)
  utimesSync(path, tomorrow, tomorrow)
  assert.throws(
    () => new Occupation(directory),
    /on elsewhere .*running\.json is dated 8\d{4} s in the future; remove it if nobody/,
  )
})

test('a sign of life that names nobody holds the folder for a minute', () => {
  const odd = [{ pid: 'many' }, { pid: -1 }, { host: null }, { since: 5 }, { born: 'x'.repeat(5000) }]
  for (const [number, change] of odd.entries()) {
    const directory = emptyFolder(`odd-${number}`)
    const path = occupy(directory, change)
    assert.equal(occupantOf(directory), null)
    assert.throws(() => new Occupation(directory), /another process, which its running\.json does not name,/)
    const longAgo = new Date(Date.now() - 61_000)
    utimesSync(path, longAgo, longAgo)
    new Occupation(directory).end()
  }
})

test('who was taken over notices before writing anything', () => {
  const directory = emptyFolder('sleeper')
  const sleeper = new Occupation(directory)
  writeFileSync(
    join(directory, 'running.json'),
    readFileSync(join(directory, 'running.json'), 'utf8').replace(/"pid":\d+/, '"pid":1'),
  )
  assert.throws(() => sleeper.assertHeld(), /is no longer ours: process 1 on .* has taken over/)
  sleeper.end()
  assert.ok(existsSync(join(directory, 'running.json')))
})

test('who comes next waits for a sign of life where only that can tell', async () => {
  const directory = emptyFolder('waiting')
  const path = occupy(directory, { host: 'elsewhere' })
  const { signal } = new AbortController()
  const notices: string[] = []
  const waiting = awaitSign(directory, signal, (text) => notices.push(text))
  assert.match(notices[0]!, /on elsewhere .* was writing to .*; waiting for a sign of life/)
  const soon = new Date(Date.now() + 1000)
  utimesSync(path, soon, soon)
  await waiting
  assert.throws(() => new Occupation(directory), /its last sign of life/)
  // Where there has been none for long, or where it is known at once, there is nothing to wait for.
  const longAgo = new Date(Date.now() - 61_000)
  utimesSync(path, longAgo, longAgo)
  await awaitSign(directory, signal, () => assert.fail('waits'))
  new Occupation(directory).end()
  await awaitSign(directory, signal, () => assert.fail('waits'))
})
