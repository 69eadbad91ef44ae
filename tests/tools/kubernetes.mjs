// Holds Kubernetes objects against the schemas of the API.
//   node kubernetes.mjs FILE...     (YAML or JSON, several documents; a `-` is standard input)
// Prints findings: [{file, object, path, problem}]. The schemas let unknown fields pass, so each field is asked for: one
// whose value may be of any type is one that no schema knows.
import { readFileSync } from 'node:fs'
import { parseAllDocuments } from 'yaml'

const karpenter = /^karpenter\.(sh|k8s\.aws)\//
// Whatever the type of a field, some of these are of another.
const strangers = [Object.freeze({ '\u0000': [] }), [[[]]], '\u0000', -0.5, true]

const modelOf = async ({ apiVersion, kind }) => {
  const root = karpenter.test(apiVersion) ? '@kubernetes-models/karpenter' : 'kubernetes-models'
  try {
    const module = await import(`${root}/${apiVersion}/${kind}`)
    return module[kind]
  } catch {
    return undefined
  }
}

// A model reports by throwing; the errors of the validator are on the exception.
const errorsOf = (Model, object) => {
  try {
    new Model(object).validate()
    return []
  } catch (error) {
    return error.errors ?? error.details ?? [{ instancePath: '', message: error.message }]
  }
}

function* fieldsOf(value, path = []) {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* fieldsOf(each, [...path, index])
  } else if (value && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      yield [...path, name]
      yield* fieldsOf(each, [...path, name])
    }
  }
}

const replaced = (object, path, value) => {
  const copy = structuredClone(object)
  path.slice(0, -1).reduce((node, token) => node[token], copy)[path.at(-1)] = value
  return copy
}

const pointer = (path) => `/${path.join('/')}`

const check = async (object) => {
  const Model = await modelOf(object)
  if (!Model) return [{ path: '/kind', problem: `no ${object.kind} in ${object.apiVersion}` }]
  const wrong = errorsOf(Model, object)
    .map((error) => ({ path: error.instancePath || '/', problem: error.message ?? String(error) }))
  if (wrong.length > 0) return wrong
  const unknown = []
  for (const path of fieldsOf(object)) {
    const known = unknown.some((other) => pointer(path).startsWith(`${other.path}/`)) ||
      strangers.some((stranger) => errorsOf(Model, replaced(object, path, stranger)).length > 0)
    if (!known) unknown.push({ path: pointer(path), problem: 'unknown field' })
  }
  return unknown
}

const findings = []
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file === '-' ? 0 : file, 'utf8'))) {
    const object = document.toJS()
    if (object === null) continue
    if (document.errors.length > 0) {
      findings.push({ file, object: '', path: '/', problem: document.errors[0].message })
      continue
    }
    const name = `${object.kind} ${object.metadata?.name}`
    findings.push(...(await check(object)).map((finding) => ({ file, object: name, ...finding })))
  }
}
console.log(JSON.stringify(findings))
