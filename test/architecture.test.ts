import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { globSync } from './files.ts'

/** Which rooms each room may import from, and through which file. */
const doors: Readonly<Record<string, readonly RegExp[]>> = {
  engine: [/^engine\//],
  algorithms: [/^engine\/index\.ts$/, /^algorithms\//],
  experiments: [/^engine\/index\.ts$/, /^algorithms\/index\.ts$/, /^experiments\//],
  reports: [
    /^engine\/index\.ts$/,
    /^experiments\/cell\/(row|manifest|claim-data|run-verdict)\.ts$/,
    /^reports\//,
  ],
  cli: [
    /^engine\/index\.ts$/,
    /^algorithms\/index\.ts$/,
    /^experiments\/index\.ts$/,
    /^reports\/index\.ts$/,
    /^cli\//,
  ],
}

/** What runs a cell, for the page, which shows its run. */
const pageDoors = [
  /^algorithms\/index\.ts$/,
  /^experiments\/(definition\/(experiment|sizes)|files\/read-file|cell\/(builder|run-prepared|record-cell|module-of))\.ts$/,
]

/** What of the page's folder runs outside it: what puts the page's script together. */
const outsidePage = /^reports\/page\/(index|bundle|files)\.ts$/

/** The packages that the engine may use: it must also run in a browser. */
const enginePackages = ['heap-js', 'saxes']

const isPage = (file: string): boolean => /^reports\/(page|html\/script)\//.test(file)

const sources = Object.keys(doors).flatMap((room) => globSync(room, '.ts').map((file) => ({ room, file })))

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]!)
}

test('rooms import only through the doors', () => {
  for (const { room, file } of sources)
    for (const specifier of importsOf(file).filter((name) => name.startsWith('.'))) {
      const target = join(dirname(file), specifier)
      assert.ok(
        [...doors[room]!, ...(isPage(file) ? pageDoors : [])].some((door) => door.test(target)),
        `${file} imports ${target}`,
      )
    }
})

test('the engine uses no Node API and only the packages that run in a browser', () => {
  for (const { file } of sources.filter(({ room }) => room === 'engine')) {
    for (const name of importsOf(file).filter((name) => !name.startsWith('.')))
      assert.ok(enginePackages.includes(name), `${file} imports ${name}`)
    assert.doesNotMatch(code(file), /(?<!#)\b(process|Buffer|console|setTimeout|require)\b/, file)
  }
})

test('what runs in the page uses no Node API, and nothing else uses that of a page', () => {
  for (const { file } of sources.filter(({ file }) => !outsidePage.test(file)))
    if (isPage(file)) {
      for (const name of importsOf(file).filter((name) => !name.startsWith('.')))
        assert.equal(name, 'd3-force', file)
      assert.doesNotMatch(code(file), /(?<!#)\b(process|Buffer|console|require)\b/, file)
    } else assert.doesNotMatch(code(file), /\b(window|HTMLElement|document\.)\b/, file)
})

test('the vocabulary imports nothing', () => {
  for (const file of globSync('engine/model', '.ts'))
    for (const specifier of importsOf(file)) assert.match(specifier, /^\.\/[\w-]+\.ts$/, file)
})

test('no result can depend on Math.random or a clock', () => {
  const clocks = /^(cli|experiments)\//
  for (const { file } of sources) {
    assert.doesNotMatch(code(file), /Math\.random/, file)
    if (!clocks.test(file))
      assert.doesNotMatch(code(file), /Date\.now|new Date(?!\(0\))|performance\.now|hrtime/, file)
  }
})

/** The file without its comments and strings. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'[^'\n]*'|`[^`]*`/g, "''")
}
