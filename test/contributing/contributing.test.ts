import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { additions } from './additions.ts'

const page = readFileSync('CONTRIBUTING.md', 'utf8')

/** The files that a section lists. */
function filesIn(heading: string): string[] {
  const [, section = ''] = page.split(`### ${heading}\n`)
  return [...section.split(/^##/m)[0]!.matchAll(/^- `([^`]+)`/gm)].map((match) => match[1]!)
}

for (const { heading, changes } of additions)
  test(`CONTRIBUTING.md lists just the files that are touched to add: ${heading}`, () => {
    assert.deepEqual(filesIn(heading), Object.keys(changes))
  })

const scratch = mkdtempSync(join(tmpdir(), 'admissible-contributing-'))
after(() => rmSync(scratch, { recursive: true }))

/** What is printed by a command in the copy, which must succeed. */
function run(command: string, ...words: string[]): string {
  // The tests of the copy are none of this run's.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: scratch, encoding: 'utf8', env })
  assert.equal(status, 0, `${command} ${words.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

/** Runs those tests of a file in the copy whose names match; there must be some. */
function runTests(file: string, name: string): void {
  const words = ['--test', '--test-reporter=tap', `--test-name-pattern=${name}`, `dist/test/${file}.test.js`]
  const passed = run('node', ...words)
    .split('\n')
    .filter((line) => /^ *ok /.test(line) && new RegExp(name).test(line))
  assert.ok(passed.length > 0, `no test of ${file} is about ${name}`)
}

const tool = (name: string): string => resolve('node_modules/.bin', name)

test('a copy of the project with one of each is accepted by the build, the linter and the tests', () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  for (const path of listed.trim().split('\n'))
    if (existsSync(path)) cpSync(path, join(scratch, path), { recursive: true })
  // What is built already is built again only where it changes.
  cpSync('dist', join(scratch, 'dist'), { recursive: true, preserveTimestamps: true })
  symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'))
  const touched = new Set(additions.flatMap(({ changes }) => Object.keys(changes)))
  for (const { changes } of additions)
    for (const [path, change] of Object.entries(changes)) {
      const copy = join(scratch, path)
      mkdirSync(dirname(copy), { recursive: true })
      writeFileSync(copy, change(existsSync(copy) ? readFileSync(copy, 'utf8') : ''))
    }
  run(tool('tsc'), '-p', '.')
  run(tool('biome'), 'check', '--vcs-enabled=false', ...[...touched].filter((path) => path.endsWith('.ts')))
  for (const file of ['architecture', 'catalogues', 'planted']) runTests(`architecture/${file}`, '.')
  for (const [file, name] of additions.flatMap(({ laws }) => laws)) runTests(file, name)
})
