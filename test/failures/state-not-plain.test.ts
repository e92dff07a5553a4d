import { authored, testMistakes } from '../helpers/authored.ts'

testMistakes([
  [
    'a state that cannot be copied',
    authored('', '').replace('got: 0', 'got: () => 0'),
    /^p_0 in its initial state.*the field got is a function of its state/,
  ],
])
