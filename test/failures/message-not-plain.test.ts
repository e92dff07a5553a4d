import { authored, testMistakes } from '../helpers/authored.ts'

testMistakes([
  [
    'a BigInt in a message',
    authored("p.sendToAll({ type: 'M', a: [{ w: 5n }] })", ''),
    /as it starts.*⟨M⟩ whose field a\.0\.w is a BigInt, 5;.*\(mine\.mjs:8\)$/,
  ],
  ['a message that is none', authored('p.sendToAll()', ''), /sends undefined; a message is an object/],
])
