// Prints what a registry knows against packages, and exits with 1 when that is something.
// node advisories.mjs nuget FILE SOURCE... | npm FILE FOLDER
import { readFileSync } from 'node:fs'

const [registry, file, ...places] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')

const parse = () => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

const ofNuGet = ({ projects = [] }) =>
  projects.flatMap(({ frameworks = [] }) => frameworks)
    .flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages])
    .flatMap(({ id, resolvedVersion, vulnerabilities = [] }) =>
      vulnerabilities.map(({ severity, advisoryurl }) => `${id} ${resolvedVersion}: ${severity}, ${advisoryurl}`))

const ofNpm = ({ vulnerabilities = {} }) =>
  Object.values(vulnerabilities).flatMap(({ name, severity, via }) =>
    via.filter((cause) => typeof cause === 'object').map(({ title, url }) => `${name}: ${severity}, ${title}, ${url}`))

// A source without advisories answers as one without vulnerable packages does.
const hasAdvisories = async (source) => {
  try {
    const { resources } = await (await fetch(source)).json()
    return resources.some((resource) => resource['@type'].startsWith('VulnerabilityInfo'))
  } catch {
    return false
  }
}

const answer = parse()
const isNuGet = registry === 'nuget'
const known = [...new Set(isNuGet ? ofNuGet(answer) : ofNpm(answer))]
const where = isNuGet ? 'NuGet' : `npm, ${places[0]}`
const asked = isNuGet ? answer.projects && (await Promise.all(places.map(hasAdvisories))).some(Boolean) : answer.vulnerabilities

if (known.length > 0) console.log(`${where}:\n${known.map((line) => `  ${line}`).join('\n')}`)
else console.log(asked ? `${where}: nothing is known.` : `${where}: the registry cannot say what is known.`)
process.exitCode = known.length === 0 ? 0 : 1
