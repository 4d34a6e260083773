// manifests.mjs PACKAGES FILE...: reads manifests as strictly as can be without a cluster: required fields,
// types, formats and enumerations by the schemas of Kubernetes and KEDA, and no field that they do not know.
// The validators are generated code that reads each field it knows: what it has not read, nobody knows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [packages, ...files] = process.argv.slice(2);
const { parseAllDocuments } = createRequire(`${packages}/`)('yaml');
const core = 'kubernetes-models/_schemas/IoK8sApi';
const schemas = {
  'v1 Namespace': `${core}CoreV1Namespace`,
  'v1 ConfigMap': `${core}CoreV1ConfigMap`,
  'v1 Secret': `${core}CoreV1Secret`,
  'v1 Service': `${core}CoreV1Service`,
  'apps/v1 Deployment': `${core}AppsV1Deployment`,
  'policy/v1 PodDisruptionBudget': `${core}PolicyV1PodDisruptionBudget`,
  'autoscaling/v2 HorizontalPodAutoscaler': `${core}AutoscalingV2HorizontalPodAutoscaler`,
  'networking.k8s.io/v1 Ingress': `${core}NetworkingV1Ingress`,
  'networking.k8s.io/v1 NetworkPolicy': `${core}NetworkingV1NetworkPolicy`,
  'keda.sh/v1alpha1 ScaledObject':
    '@kubernetes-models/keda/_schemas/ComGithubKedacoreKedaV2ApisKedaV1alpha1ScaledObject',
};

function watched(value, path, read) {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string') read.add(`${path}/${key}`);
      return watched(target[key], `${path}/${String(key)}`, read);
    },
  });
}

function* unread(value, path, read) {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    const inner = `${path}/${key}`;
    if (read.has(inner)) yield* unread(value[key], inner, read);
    else yield inner;
  }
}

let objects = 0;
const wrong = [];
for (const file of files) {
  for (const parsed of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const document = parsed.toJS();
    const what = `${file.split('/').pop()}, ${document?.kind} ${document?.metadata?.name}`;
    wrong.push(...parsed.errors.map(error => `${what}: ${error.message}`));
    if (document?.kind === 'Kustomization') continue;
    const schema = schemas[`${document?.apiVersion} ${document?.kind}`];
    if (!schema) { wrong.push(`${what}: is of an unknown kind`); continue; }
    const { validate } = await import(pathToFileURL(`${packages}/node_modules/${schema}.js`));
    const read = new Set();
    if (!validate(watched(document, '', read))) {
      wrong.push(...validate.errors.map(error => `${what}: ${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`));
    }
    wrong.push(...[...unread(document, '', read)].map(path => `${what}: nobody knows ${path}`));
    objects++;
  }
}
for (const line of wrong) console.error(`  WRONG ${line}`);
console.log(`  ${objects} objects, ${wrong.length} mistakes`);
process.exit(wrong.length === 0 && objects > 0 ? 0 : 1);
