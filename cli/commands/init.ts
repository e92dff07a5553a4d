import { constants, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../engine/index.ts'
import { shellWord } from '../../experiments/index.ts'
import { type CommandBuilder, examples } from './command.ts'

/** The example that a project starts from. */
const example = fileURLToPath(new URL('../../../examples/own-algorithm/', import.meta.url))

/** What the user goes on to change: if one of them is there, nothing is written. */
const sources = ['flood-max.ts', 'experiment.ts']

/** What a project may have already; then it keeps its own. */
const settings = ['package.json', 'tsconfig.json']

export const initCommand: CommandBuilder = (command) =>
  command
    .argument('[folder]', 'the folder of the project, made if it is not there', '.')
    .addHelpText('after', examples('admissible init', 'admissible init my-project'))
    .action((folder: string) => {
      process.stdout.write(`${begin(folder).join('\n')}\n`)
    })

/** Writes what is not there, and says what was done and what comes next. */
function begin(folder: string): string[] {
  const isThere = (name: string) => existsSync(join(folder, name))
  const [taken] = sources.filter(isThere)
  if (taken !== undefined)
    throw new InputError(
      `${join(folder, taken)} is there already, so nothing was written; another folder can be named: admissible init my-project`,
    )
  const kept = settings.filter(isThere)
  const hints = kept.includes('package.json') ? packageHints(join(folder, 'package.json')) : []
  const written = [...sources, ...settings.filter((name) => !kept.includes(name))]
  mkdirSync(folder, { recursive: true })
  for (const name of written) copyFileSync(join(example, name), join(folder, name), constants.COPYFILE_EXCL)
  return [
    `Wrote ${written.join(', ')}${kept.length === 0 ? '' : `; kept ${kept.join(', ')}`}.`,
    ...hints,
    `Next: ${nextSteps(folder, kept).join(' && ')}`,
  ]
}

/** What the user's own package.json lacks. */
function packageHints(path: string): string[] {
  const { type, scripts } = readPackage(path)
  return [
    type === 'module' ? [] : 'So that TypeScript takes the files for modules: npm pkg set type=module',
    scripts?.start === undefined
      ? 'For npm start: npm pkg set scripts.start="admissible run ./experiment.ts"'
      : [],
  ].flat()
}

function readPackage(path: string): { readonly type?: unknown; readonly scripts?: { start?: unknown } } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    throw new InputError(`cannot read ${path}, so nothing was written: ${(error as Error).message}`)
  }
}

function nextSteps(folder: string, kept: readonly string[]): string[] {
  const install = kept.includes('package.json') ? 'npm install -D admissible' : 'npm install'
  return [
    resolve(folder) === process.cwd() ? [] : `cd ${shellWord(folder)}`,
    isInstalled(folder) ? [] : install,
    'npx admissible run ./experiment.ts',
  ].flat()
}

/** Whether the package can be imported there. */
function isInstalled(folder: string): boolean {
  try {
    createRequire(resolve(folder, 'experiment.ts')).resolve('admissible/package.json')
    return true
  } catch {
    return false
  }
}
