import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** The wheel of four spokes as METIS has it: 4 + 4 channels. */
const wheel = '5 8\n2 3 4 5\n1 3 5\n1 2 4\n1 3 5\n1 2 4\n'

test('convert writes what was understood, and simulate and --dry-run say it', async (t) => {
  const path = join(scratch(t), 'wheel.graph.gz')
  writeFileSync(path, gzipSync(wheel))
  const line = 'read as METIS: 5 processors, 8 channels'
  const converted = await admissibleHere(['convert', path])
  assert.deepEqual(converted, {
    code: 0,
    stdout: '1 2\n1 3\n1 4\n1 5\n2 3\n2 5\n3 4\n4 5\n',
    stderr: `${path}: ${line}\n`,
  })
  const run = await admissibleHere(['simulate', 'flooding', '--topology', `file:${path}`])
  assert.match(run.stdout, new RegExp(`topology_notes +${line}\n`))
  const words = ['sweep', '--algorithm', 'flooding', '--topology', `file:${path}`, '--dry-run']
  const plan = await admissibleHere(words)
  assert.ok(
    plan.stdout.includes(`file:${path}: ${line}
`),
    plan.stdout + plan.stderr,
  )
})

test('a plain edge list says so to people, and adds nothing to its row', async (t) => {
  const path = join(scratch(t), 'net.txt')
  writeFileSync(path, 'a b\nb c\n')
  const words = ['simulate', 'flooding', '--topology', `file:${path}`]
  const line = /^ {2}file +read as an edge list: 3 processors, 2 channels$/m
  assert.match((await admissibleHere(words)).stdout, line)
  const row = JSON.parse((await admissibleHere([...words, '--json'])).stdout)
  assert.ok(!('topology_notes' in row))
})

test('convert names labels in quotation marks, numbers those that are no names, and refuses as elsewhere', async (t) => {
  const folder = scratch(t)
  const convert = async (name: string, text: string, ...more: string[]) => {
    writeFileSync(join(folder, name), text)
    return await admissibleHere(['convert', join(folder, name), ...more])
  }
  const named = await convert('a.tgf', '1 New York\n2 Rome\n#\n1 2\n')
  assert.equal(named.stdout, 'source target\n"New York" Rome\n')
  const twins = await convert('b.tgf', '1 Rome\n2 Rome\n#\n1 2\n')
  assert.equal(twins.stdout, '0 1\n')
  assert.match(twins.stderr, /wrote numbers, because the labels are no names of their own/)
  const apart = await convert('c.txt', '1 2\n2 3\n4 5\n')
  assert.equal(apart.code, 2)
  assert.match(
    apart.stderr,
    /^admissible: .*c\.txt is not connected: .* add component=largest to take the largest\n$/,
  )
  assert.equal((await convert('c.txt', '1 2\n2 3\n4 5\n', '--component', 'largest')).stdout, '1 2\n2 3\n')
  const unknown = await convert('c.txt', '1 2\n', '--format', 'xls')
  assert.equal(unknown.code, 2)
  assert.match(unknown.stderr, /topology file: format=xls is none of gexf, graphml,/)
})

test('of a file of latencies, simulate and --dry-run say what was understood, and the row stays as it is', async (t) => {
  const path = join(scratch(t), 'latencies.txt')
  writeFileSync(path, '0 12,5 -\n12,5 0 3\n- 3 0\n')
  const line = 'read as a matrix, with decimal commas: 3 hosts, 4 latencies, 2 not measured'
  const words = `--topology ring --n 3 --delay matrix:${path}`.split(' ')
  const run = await admissibleHere(['simulate', 'flooding', ...words])
  assert.match(run.stdout, new RegExp(`^ {2}latencies +${line}$`, 'm'))
  const row = JSON.parse((await admissibleHere(['simulate', 'flooding', ...words, '--json'])).stdout)
  assert.ok(!JSON.stringify(row).includes('read as'))
  const sweep = ['sweep', '--algorithm', 'flooding', ...words, '--dry-run']
  assert.match((await admissibleHere(sweep)).stdout, new RegExp(`^ {2}delays .*\n +matrix:.*: ${line}$`, 'm'))
  const plan = JSON.parse((await admissibleHere([...sweep, '--json'])).stdout)
  assert.deepEqual(plan.files, { [`matrix:${path}`]: line })
})
