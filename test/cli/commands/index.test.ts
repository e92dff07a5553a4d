import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Command } from 'commander'
import { commands } from '../../../cli/commands/index.ts'

test('the list of commands shows each with the name and the arguments that it has once it is loaded', async () => {
  for (const { words, load } of commands) {
    const [name] = words.split(' ')
    const command = (await load())(new Command(name), () => undefined)
    const shown = command.registeredArguments.map((argument) => {
      const inner = `${argument.name()}${argument.variadic ? '...' : ''}`
      return argument.required ? `<${inner}>` : `[${inner}]`
    })
    assert.equal([name, ...shown].join(' '), words)
  }
})
