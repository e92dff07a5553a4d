import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Exceptions, exceptions } from './exceptions.ts'
import { readProject, type Violation } from './project.ts'
import { rules } from './rules.ts'

const project = readProject()

for (const [name, { theorem, rule }] of Object.entries(rules))
  test(theorem, () => {
    const found = rule(project)
    const known = exceptions[name as keyof typeof rules] ?? {}
    assert.deepEqual(unknown(found, known), [])
    assert.deepEqual(needless(found, known), [], 'exceptions that are needed no more')
  })

const unknown = (found: readonly Violation[], known: Exceptions): string[] =>
  found
    .filter(({ subject }) => !Object.keys(known).some((key) => covers(key, subject)))
    .map(({ subject, problem }) => `${subject}: ${problem}`)

const needless = (found: readonly Violation[], known: Exceptions): string[] =>
  Object.keys(known).filter((key) => !found.some(({ subject }) => covers(key, subject)))

/** Whether an exception is about a subject: about itself, the file that it is in, or a folder. */
const covers = (key: string, subject: string): boolean =>
  subject === key || subject.startsWith(key.endsWith('/') ? key : `${key} `)
