import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  Catalogue,
  delays,
  type Entry,
  parameterTitle,
  pathsIn,
  titleOf,
  topologies,
  wakeUps,
} from '../../../engine/index.ts'
import { inputsParts, inputsWords } from '../../../engine/inputs/index.ts'
import { strategies } from '../../../engine/worst-case/attack/strategies/index.ts'
import { namingLaws } from '../../laws/naming.ts'

namingLaws(topologies)
namingLaws(delays)
namingLaws(wakeUps)

const noise: Entry = {
  name: 'white-noise',
  summary: '',
  parameters: {
    source: { kind: 'text', isPath: true, description: '' },
    level: { kind: 'number', default: 1, title: 'loudness', description: '' },
    k: { kind: 'integer', description: '' },
    'cut-off': { kind: 'text', description: '' },
  },
  positional: 'source',
}
const tone: Entry = {
  name: 'tone',
  summary: '',
  title: 'A (440 Hz)',
  parameters: { octave: { kind: 'integer', default: 0, description: '' } },
  words: ({ values, given }) => `A${values.octave}${given.octave === undefined ? ', as usual' : ''}`,
}
const sounds = new Catalogue('sound', [noise, tone], (title) => `sound of ${title}`)

test('an entry that says nothing is called by its name, then by what was given in the order of declaration', () => {
  assert.equal(titleOf(noise), 'white noise')
  assert.equal(parameterTitle(noise, 'level'), 'loudness')
  assert.equal(parameterTitle(noise, 'cut-off'), 'cut off')
  assert.equal(sounds.wordsFor('white-noise'), 'sound of white noise')
  assert.equal(
    sounds.wordsFor('white-noise:sea.wav,k=3,cut-off=soft,level=0.50'),
    'sound of white noise, sea.wav, loudness 0.5, k = 3, cut off soft',
  )
})

test('an entry with words of its own has these, and knows what was given and what is by default', () => {
  assert.equal(titleOf(tone), 'A (440 Hz)')
  assert.equal(sounds.wordsFor('tone'), 'A0, as usual')
  assert.equal(sounds.wordsFor('tone:octave=0'), 'A0')
})

test('a spec is read once: who asks again has the same', () => {
  const first = sounds.parse('white-noise:k=3')
  assert.equal(sounds.parse('white-noise:k=3'), first)
  assert.equal(sounds.find('white-noise:k=3'), first)
  assert.equal(sounds.find('tone:q=3'), null)
  assert.equal(sounds.find('silence'), null)
})

test('the files that a spec names are those of its paths', () => {
  assert.deepEqual(pathsIn(sounds.parse('white-noise:sea.wav,cut-off=soft')), ['sea.wav'])
  assert.deepEqual(pathsIn(sounds.parse('white-noise:cut-off=soft')), [])
  assert.deepEqual(pathsIn(topologies.parse('file:net.gml,component=largest')), ['net.gml'])
  for (const family of ['matrix', 'table', 'sampled'])
    assert.deepEqual(pathsIn(delays.parse(`${family}:lag.csv`)), ['lag.csv'])
})

test('every choice that inputs leave has words of its own', () => {
  const specs = Object.entries(inputsParts).flatMap(([part, { rules, numbers }]) =>
    [...rules.slice(1), ...(numbers === 'none' ? [] : ['7', '12'])].map((rule) => `${part}=${rule}`),
  )
  assert.equal(new Set(['random', ...specs].map(inputsWords)).size, specs.length + 1)
  assert.ok(specs.length > 12)
})

test('every strategy of the adversary has a name and a summary of its own', () => {
  for (const read of [({ name }: { name: string }) => name, ({ summary }: { summary: string }) => summary])
    assert.equal(new Set(strategies.map(read)).size, strategies.length)
})
