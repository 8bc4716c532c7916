// Reads the TRX files of one run, prints what failed, and writes the line with the counts to the file "summary" beside them.
// node summarise.mjs FOLDER whole|filtered NAME=EXIT_STATUS...
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, extent, ...jobs] = process.argv.slice(2)
const counts = { passed: 0, failed: 0, skipped: 0 }
const failures = []

const fail = (name, message) => {
  counts.failed++
  failures.push(`${name}\n${message.trim().replace(/^/gm, '    ')}`)
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescape = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : entities[name] ?? all)

const attribute = (element, name) => unescape(element.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '')

// The frames of the runtime and of the test framework would push out what the program itself said.
const isForeignFrame = (line) => /^\s*at (System|Microsoft|Xunit)\./.test(line)

const endOf = (name) => {
  const log = join(folder, `${name}.log`)
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').filter((line) => !isForeignFrame(line)).slice(-30).join('\n') : ''
}

function readTests(name, trx) {
  const before = { ...counts }
  for (const [result, start] of trx.matchAll(/(<UnitTestResult\s[^>]*?)(?:\/>|>[\s\S]*?<\/UnitTestResult>)/g)) {
    const outcome = attribute(start, 'outcome')
    if (outcome === 'Passed') counts.passed++
    else if (outcome === 'NotExecuted') counts.skipped++
    else fail(attribute(start, 'testName'), unescape(result.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? outcome))
  }
  return { executed: counts.passed + counts.failed - before.passed - before.failed, failed: counts.failed - before.failed }
}

for (const [name, status] of jobs.sort().map((job) => job.split('='))) {
  if (name.startsWith('formatting')) {
    if (status !== '0') fail(name, `${endOf(name)}\nRun 'dotnet format' to put it right.`)
    continue
  }
  if (name === 'audit') {
    if (status !== '0') fail('A package with a known vulnerability', endOf(name))
    continue
  }

  const file = join(folder, `${name}.trx`)
  const { executed, failed } = existsSync(file) ? readTests(name, readFileSync(file, 'utf8')) : { executed: 0, failed: 0 }
  // A test process that crashes or hangs takes its unfinished tests with it: they are in no count, only in the exit status.
  if (status !== '0' && failed === 0) fail(name, `The run did not come to its end (exit status ${status}).\n${endOf(name)}`)
  else if (executed === 0 && extent === 'whole') fail(name, 'No test was executed.')
}

if (counts.passed + counts.failed === 0) fail('All projects', 'No test was executed.')

if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}\n`)
writeFileSync(join(folder, 'summary'), `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`)
process.exitCode = counts.failed === 0 ? 0 : 1
