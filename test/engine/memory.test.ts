import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { completeAsyncCapture, flooding, treeBroadcast } from '../../algorithms/index.ts'
import { channelsOf, estimateMemory, mostMessages, topologies } from '../../engine/index.ts'
import { build } from '../laws/networks.ts'

const flood = { inputs: 'random', timing: 'asynchronous', messages: Number.POSITIVE_INFINITY } as const

test('a flood of 10^6 processors of degree 8 takes 269 bytes per processor', () => {
  // m = 4·10^6: two numberings of 10 m bytes share 4 n; 121 n; 16 bytes for each of m events.
  const memory = estimateMemory({ ...flood, topology: 'gnm:degree=8', n: 1e6 })
  assert.deepEqual(memory, { network: 84e6, processors: 121e6, messages: 64e6 })
})

test('a computed network takes no memory until its channels are sorted', () => {
  const network = (topology: string, inputs: string) =>
    estimateMemory({ ...flood, topology, inputs, n: 1000 })!.network
  assert.equal(network('ring', 'random'), 0)
  assert.equal(network('ring', 'ports=shuffled'), 0)
  assert.equal(network('ring', 'ports=sorted'), 10 * 1000 + 4 * 1000)
  // Its numbering as built is sorted.
  assert.equal(network('complete', 'ports=sorted'), 0)
  assert.equal(network('path', 'ports=as-built'), 10 * 999 + 4 * 1000)
  assert.equal(network('path', 'random'), 2 * 10 * 999 + 4 * 1000)
})

test('no more messages are in transit than are ever sent', () => {
  const cell = { topology: 'complete', n: 50_000 }
  // n − 1 on the way down the tree; the election’s claims with a condition do not bound every run.
  assert.equal(mostMessages(treeBroadcast, cell), 49_999)
  const harmonic = Array.from({ length: 50_000 }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term)
  const bound = 4 * 50_000 * harmonic + 49_999
  assert.ok(Math.abs(mostMessages(completeAsyncCapture, cell) - bound) < 1e-6 * bound)
  assert.equal(estimateMemory({ ...flood, ...cell, messages: 49_999 })!.messages, 16 * 49_999)
  // 2m − (n − 1) with m = n (n − 1)/2.
  assert.equal(mostMessages(flooding, cell), 49_999 ** 2)
})

test('the channels of every family can be told without building it', () => {
  for (const { name, fixedSize } of topologies.entries) {
    if (fixedSize) continue
    const { entry, values } = topologies.parse(name)
    let n = 2000
    while (entry.sizeProblem(n, values) !== null) n++
    const m = channelsOf(name, n)
    assert.ok(m !== null, name)
    // Of about 8000 random channels, deviations of 90 are usual; near the border of the square there are fewer.
    assert.ok(Math.abs(m - build(name, n, 1).m) < 0.1 * m, name)
  }
})

test('there is nothing to tell where there is no such network, or it stands in a file', () => {
  assert.equal(channelsOf('torus', 13), null)
  assert.equal(channelsOf('gnp', 1e12), null)
  assert.equal(channelsOf('file:net.gml', 0), null)
})

test('the memory of a run is returned before the next', () => {
  const engine = JSON.stringify(new URL('../../engine/index.js', import.meta.url).href)
  const catalogue = JSON.stringify(new URL('../../algorithms/index.js', import.meta.url).href)
  // Of an execution, the instance and the states stay at hand; its graph alone has 10 m, about 0.8 MB.
  const script = `
    import { execute, prepareCell } from ${engine}
    import { flooding } from ${catalogue}
    const cell = { algorithm: 'flooding', timing: 'asynchronous', topology: 'gnp', n: 20_000, delay: 'uniform',
      wakeup: 'all', faults: 'none', inputs: 'random', replicate: 0, seed: 1 }
    const run = () => {
      const { instance, timing } = prepareCell(flooding, cell, () => '')
      return execute(flooding, instance, timing)
    }
    const left = async () => {
      for (let i = 0; i < 3; i++) {
        gc()
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return process.memoryUsage().arrayBuffers
    }
    const before = await left()
    let execution = run()
    const during = await left()
    execution = null
    console.log(JSON.stringify({ held: during - before, kept: (await left()) - before }))`
  const words = ['--expose-gc', '--input-type=module', '--eval', script]
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: resolve('.'), encoding: 'utf8' })
  assert.equal(stderr, '')
  const { held, kept } = JSON.parse(stdout)
  assert.ok(held > 0.8e6, `an execution at hand holds ${held} bytes`)
  assert.ok(kept < 1e5, `an execution out of sight leaves ${kept} bytes`)
})
