import { createRequire } from 'node:module';
const { CelEngine, TemplateFile } = createRequire(import.meta.url)('@aws/cloudformation-validate');
const engine = new CelEngine();
const findings = [];
for (const file of process.argv.slice(2)) {
  const { diagnostics } = engine.validateStandard(new TemplateFile(file), { severityLevel: 'WARN', strict: true });
  for (const d of diagnostics)
    findings.push({ file, rule: d.ruleId, severity: d.severity, resource: d.entity?.logicalId ?? null, path: d.propertyPath ?? null, message: d.message });
}
console.log(JSON.stringify(findings));
