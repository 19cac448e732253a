/** More of THE table of objects: those that their fields or their kinds decide. */
import { GOOD, container, plain, pod, row, type ObjectCase } from "./objects.ts";

const definition = (schema: string): string =>
  `{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: parts.example.com}, spec: {group: example.com, scope: Namespaced, names: {kind: Part, plural: parts}, versions: [{name: v1, served: true, storage: true, additionalPrinterColumns: [{name: A, type: string, jsonPath: .a, description: a}], schema: {openAPIV3Schema: {type: object, ${schema}}}}]}}`;
const webhook = (certificate: string): string =>
  plain(
    "admissionregistration.k8s.io/v1",
    "ValidatingWebhookConfiguration",
    "a",
    `, webhooks: [{name: a.example.com, sideEffects: None, admissionReviewVersions: [v1], clientConfig: {url: 'https://192.0.2.1/', caBundle: ${certificate}}}]`,
  );

export const FIELD_CASES: readonly ObjectCase[] = [
  row("a restart policy in lower case", pod(`restartPolicy: always, ${GOOD}`), "field-type"),
  row("an empty restart policy", pod(`restartPolicy: "", ${GOOD}`)),
  row("a protocol of a higher layer", container("ports: [{containerPort: 80, protocol: HTTP}]"), "field-type"),
  row(
    "a number above int32",
    container("livenessProbe: {tcpSocket: {port: 80}, timeoutSeconds: 4294967296}"),
    "field-type",
  ),
  row("a number of seconds as text", pod(`activeDeadlineSeconds: '60', ${GOOD}`), "field-type"),
  row("a number of seconds as a power of ten", pod(`activeDeadlineSeconds: 6e1, ${GOOD}`)),
  row("no time", pod(GOOD).replace("name: a}", "name: a, creationTimestamp: yesterday}"), "field-type"),
  row("a time", pod(GOOD).replace("name: a}", "name: a, creationTimestamp: 2014-06-01T12:00:00Z}")),
  row("null as a time", pod(GOOD).replace("name: a}", "name: a, creationTimestamp: null}")),
  row("null as a list", pod(`volumes: null, ${GOOD}`)),
  row("a quantity with an unknown unit", container("resources: {limits: {memory: 1GB}}"), "field-type"),
  row("a quantity as a power of ten", container("resources: {limits: {memory: 1e6}}")),
  row(
    "a field of the level above",
    container("restartPolicyy: Always, hostNetwork: true"),
    "field-unknown",
    "field-unknown",
  ),
  row("a field of the level below", pod(`image: 'a:1', ${GOOD}`), "field-unknown"),
  row(
    "the singular of a list",
    container("port: [{containerPort: 80}], resource: {}"),
    "field-unknown",
    "field-unknown",
  ),
  row("a command as text", container("command: sleep 10"), "field-type"),
  row("a Secret's volume with `name`", pod(`volumes: [{name: a, secret: {name: a}}], ${GOOD}`), "field-unknown"),
  row(
    "a ConfigMap's volume with `configMapName`",
    pod(`volumes: [{name: a, configMap: {configMapName: a}}], ${GOOD}`),
    "field-unknown",
  ),
  row(
    "a Deployment's labels in the place of its selector",
    plain(
      "apps/v1",
      "Deployment",
      "a",
      `, spec: {selector: {app: a}, template: {metadata: {labels: {app: a}}, spec: {${GOOD}}}}`,
    ),
    "field-unknown",
  ),
  row("a field with another case", container("imagepullpolicy: Always"), "field-unknown"),
  row("a misspelt field that is required", pod("containers: [{name: a, imag: 'a:1'}]"), "field-unknown"),
  row(
    "class with a description",
    plain("scheduling.k8s.io/v1", "PriorityClass", "a", ", value: 1, description: a, globalDefault: false"),
  ),
  row("definition with descriptions", definition("description: a, properties: {a: {description: a, type: string}}")),
  row("definition with x-kubernetes", definition("properties: {a: {x-kubernetes-int-or-string: true}}")),
  row("definition with any fields", definition("x-kubernetes-preserve-unknown-fields: true")),
  row("definition with items", definition("properties: {a: {type: array, items: {description: a, type: string}}}")),
  row("definition with values", definition("properties: {a: {type: object, additionalProperties: {type: string}}}")),
  row(
    "definition with defaults",
    definition("properties: {a: {type: integer, default: 1, enum: [1, 2], nullable: true}}"),
  ),
  row(
    "definition with an unknown field",
    definition("properties: {a: {type: string, descripton: a}}"),
    "field-unknown",
  ),
  row("definition with text for a number", definition("properties: {a: {type: string, maxLength: '1'}}"), "field-type"),
  row("definition with text for items", definition("properties: {a: {type: array, items: string}}"), "field-type"),
  row("webhooks with a certificate", webhook("Y2VydA==")),
  row("webhooks with a certificate in lines", webhook('"Y2Vy\\ndA==\\n"')),
  row("webhooks with a certificate that is no base64", webhook("PEM"), "field-type"),
  ...[
    "v1 Deployment",
    "v1 Job",
    "apps/v2 Deployment",
    "apps/V1 Deployment",
    "rbac/v1 Role",
    "networking/v1 Ingress",
    "apps/v1 Deploymnt",
    "apps/v1 deployment",
    "v2 Pod",
    "v1 Foo",
    "core/v1 Pod",
  ].map((text) => {
    const [apiVersion, kind] = text.split(" ") as [string, string];
    return row(`kind that does not exist: ${text}`, plain(apiVersion, kind, "a"), "kind-unknown");
  }),
  row("kustomization", plain("kustomize.config.k8s.io/v1beta1", "Kustomization", "a"), "object-foreign"),
  row("kubeconfig", "{apiVersion: v1, kind: Config, clusters: [], contexts: [], users: []}", "object-foreign"),
];
