import { authored, testMistakes } from '../helpers/authored.ts'

testMistakes([
  [
    'a property that throws',
    authored('', '', "properties: { x: { kind: 'liveness', check() { throw new Error('boo') } } },"),
    /^in the final configuration: property x throws Error: boo \(mine\.mjs:10\)$/,
  ],
  [
    'a property that says nothing',
    authored('', '', "properties: { x: { kind: 'safety', check() {} } },"),
    /property x gives undefined; it must give true/,
  ],
])
