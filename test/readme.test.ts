import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere, scratch } from './helpers/admissible.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** The code blocks of one language, in order. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1]!,
  )

const commands = blocks('sh').flatMap((block) => block.trim().split('\n'))

/** A command of the README as it runs here: built already, so only what `npm start` then does. */
function words(command: string): string[] {
  const start = scripts.start!.split('&& node dist/cli/main.js ')[1]!
  return command
    .replace('npx admissible', '')
    .replace(/^npm ci && npm start.*/, start)
    .trim()
    .split(' ')
}

test('every command and code block of the README runs, in order', async (t) => {
  const folder = scratch(t)
  const [module] = blocks('ts')
  writeFileSync(join(folder, 'count.ts'), module!)
  for (const command of commands.filter((line) => !line.startsWith('npm test'))) {
    // The first command that people type is a process of its own; nothing new is learnt from starting the others.
    const run = command.startsWith('npm ci') ? admissible : admissibleHere
    const { code, stdout, stderr } = await run(words(command), folder)
    assert.equal(code, 0, `${command}\n${stdout}${stderr}`)
    assert.notEqual(stdout, '', command)
  }
  for (const name of ['quickstart', 'ring-election', 'sweep', 'ring-count'])
    for (const file of ['runs.csv', 'report.html', 'charts/messages-against-n.png'])
      assert.ok(existsSync(join(folder, 'results', name, file)), `${name}/${file}`)

  // What the README says of a wrong claim.
  writeFileSync(join(folder, 'count.ts'), module!.replace("exactly('n')", "exactly('n - 1')"))
  const wrong = admissible(words('npx admissible run ./count.ts'), folder)
  assert.equal(wrong.code, 1)
  assert.match(wrong.stdout, /to see it again: admissible simulate count\.ts#ring-count/)
})

test('the tests are run by the command that the README gives, here and in continuous integration', () => {
  assert.ok(commands.some((command) => command.startsWith('npm test')))
  assert.match(readFileSync('.ci/run', 'utf8'), /^npm test$/m)
})

test('every link of the README and the documentation leads somewhere', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  for (const page of pages)
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^https?:/.test(target!)) assert.ok(existsSync(join(page, '..', target!)), `${page}: ${target}`)
})
