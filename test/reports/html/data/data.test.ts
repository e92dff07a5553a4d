import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pack, unpack, type Value } from '../../../../reports/html/data/columns.ts'
import { commandTemplate, fillTemplate } from '../../../../reports/html/data/commands.ts'
import { embed } from '../../../../reports/html/data/embed.ts'
import { nearest, type Spot, step } from '../../../../reports/html/script/spots.ts'
import fc from '../../../helpers/property.ts'

const value = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
)

test('a packed column is the column again, also after JSON, and never takes more than it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(value, fc.constantFrom<Value>(1, 'a', null)), { maxLength: 40 }),
      (column) => {
        // JSON knows no −0.
        const plain = JSON.parse(JSON.stringify(column)) as Value[]
        const packed = JSON.stringify(pack(plain))
        assert.deepEqual(unpack(JSON.parse(packed)), plain)
        assert.ok(packed.length <= JSON.stringify(plain).length)
      },
    ),
  )
})

test('a column of long blocks is packed into their lengths', () => {
  const column = [...new Array(500).fill('ring'), ...new Array(500).fill('torus')]
  assert.deepEqual(pack(column), { of: ['ring', 'torus'], runs: [0, 500, 1, 500] })
})

test('a command is the same again from its template, whatever its words', () => {
  const word = fc.oneof(fc.constantFrom('--n 1', '--seed 2', '--n', '$&', '--row 3'), fc.string())
  fc.assert(
    fc.property(fc.array(word), fc.nat(), fc.nat(), fc.nat(), (words, n, seed, row) => {
      const numbers = { n, seed, row }
      const command = [...words, `--n ${n}`, `--seed ${seed}`].join(' ').replaceAll('\u0000', '')
      assert.equal(fillTemplate(commandTemplate(command, numbers), numbers), command)
    }),
  )
})

test('the commands of two runs of one group have the same template', () => {
  const of = (n: number, seed: number) =>
    commandTemplate(`admissible simulate lcr --n ${n} --seed ${seed}`, { n, seed, row: 1 })
  assert.equal(of(16, 7), of(2048, 910440037739590))
})

test('no text ends the element that data stand in, and they are the same again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '<script>'))),
      (texts) => {
        const [, json] = /^<script [^>]*>([^<]*)<\/script>$/.exec(embed('data', texts).text)!
        assert.deepEqual(JSON.parse(json!), texts)
      },
    ),
  )
})

const spot: fc.Arbitrary<Spot> = fc.record({
  x: fc.nat(20),
  y: fc.nat(20),
  place: fc.nat(),
  group: fc.boolean(),
})

test('arrow keys lead from any mark to every place where there is one', () => {
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 25 }), (spots) => {
      const name = ({ x, y }: Spot) => `${x} ${y}`
      const reached = new Set([name(spots[0]!)])
      const open = [spots[0]!]
      for (let from = open.pop(); from !== undefined; from = open.pop())
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          const to = step(spots, from, key)!
          if (reached.has(name(to))) continue
          reached.add(name(to))
          open.push(to)
        }
      assert.deepEqual(reached, new Set(spots.map(name)))
    }),
  )
})

test('the mark under the pointer is no farther than any other of its kind, and within reach', () => {
  fc.assert(
    fc.property(
      fc.array(spot, { maxLength: 25 }),
      fc.nat(20),
      fc.nat(20),
      fc.nat(10),
      (spots, x, y, reach) => {
        const single = spots.map((one) => ({ ...one, group: false }))
        const distances = single.map((one) => Math.hypot(one.x - x, one.y - y))
        const least = Math.min(...distances)
        const found = nearest(single, x, y, reach)
        if (least > reach) assert.equal(found, null)
        else assert.equal(Math.hypot(found!.x - x, found!.y - y), least)
      },
    ),
  )
})

test('a single run is meant where the median of its group stands on it', () => {
  const median = { x: 5, y: 5, place: 0, group: true }
  const run = { x: 6, y: 5, place: 1, group: false }
  assert.equal(nearest([run, median], 5, 5, 10), run)
})
