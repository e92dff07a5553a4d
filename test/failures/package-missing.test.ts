import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importOptional } from '../../experiments/cluster/optional.ts'

test('a package that is missing is named, with what installs it', async () => {
  await assert.rejects(importOptional('no-such-package'), {
    name: 'InputError',
    message:
      'a cluster needs the package no-such-package, which is not installed; npm install bullmq ioredis pg',
  })
})
