// Evaluates the expressions of a ValidatingAdmissionPolicy.
//   node cel.mjs POLICY.yaml CASES.json
// CASES is a list of {request, object, oldObject}; prints for each the messages of the validations that deny it, or null
// where no match condition holds. An expression that cannot be evaluated denies, as failurePolicy Fail does.
import { readFileSync } from 'node:fs'
import { Environment } from '@marcbachmann/cel-js'
import { parseAllDocuments } from 'yaml'

const [policyPath, casesPath] = process.argv.slice(2)
const policy = parseAllDocuments(readFileSync(policyPath, 'utf8'))
  .map((document) => document.toJS())
  .find((object) => object.kind === 'ValidatingAdmissionPolicy')
const environment = new Environment({ enableOptionalTypes: true })
  .registerVariable('object', 'dyn')
  .registerVariable('oldObject', 'dyn')
  .registerVariable('request', 'dyn')

const compile = (each) => ({ ...each, evaluate: environment.parse(each.expression) })
const conditions = policy.spec.matchConditions.map(compile)
const validations = policy.spec.validations.map(compile)

// Numbers of JSON are integers here, as they are in the API.
const typed = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value)
    : Array.isArray(value) ? value.map(typed)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typed(each)]))
      : value

const denied = (validation, variables) => {
  try {
    return validation.evaluate(variables) !== true
  } catch (error) {
    return `${validation.message}: ${error.message}`
  }
}

const judge = (variables) => {
  if (!conditions.every((condition) => condition.evaluate(variables) === true)) return null
  return validations.flatMap((validation) => {
    const verdict = denied(validation, variables)
    return verdict === false ? [] : [verdict === true ? validation.message : verdict]
  })
}

console.log(JSON.stringify(JSON.parse(readFileSync(casesPath, 'utf8')).map(typed).map(judge)))
