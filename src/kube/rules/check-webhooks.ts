/** What an API server rejects in what it calls: webhooks, and other API servers. */
import { getAt } from "../get-at.js";
import { checkSelector } from "./check-labels.js";
import { DNS_SUBDOMAIN, checkNameAt, type NameRule } from "./check-name.js";
import { at, has, itemsAt, textAt, type Cursor, withValue } from "./cursor.js";
import {
  checkChoice,
  checkRange,
  forbid,
  forbidEmpty,
  forbidRepeated,
  rejectValue,
  requireFilled,
  requireOne,
} from "./values.js";
import { textOf } from "../../text/text-of.js";

/** A domain of three parts (IsFullyQualifiedName). */
const QUALIFIED: NameRule = {
  pattern: new RegExp(`^(?=[^.]+\\.[^.]+\\.)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: "a domain of three parts or more, in lower case, as in `pods.example.com`",
};

const MAX_SECONDS = 30;

/** Checks a configuration of webhooks (kubernetes, pkg/apis/admissionregistration/validation). */
export function checkWebhooks(object: Cursor): void {
  const webhooks = itemsAt(object, "webhooks");
  forbidRepeated(
    webhooks.map((webhook) => at(webhook, "name")),
    "webhook",
  );
  for (const webhook of webhooks) {
    checkNameAt(at(webhook, "name"), "webhook name", QUALIFIED);
    checkClient(at(webhook, "clientConfig"));
    checkChoice(at(webhook, "sideEffects"), ["None", "NoneOnDryRun"]);
    checkRange(at(webhook, "timeoutSeconds"), 1, MAX_SECONDS);
    for (const key of ["namespaceSelector", "objectSelector"]) checkSelector(at(webhook, key));
    checkReviews(at(webhook, "admissionReviewVersions"));
    for (const rule of itemsAt(webhook, "rules")) checkRule(rule);
  }
}

function checkReviews(versions: Cursor): void {
  forbidEmpty(versions);
  const names = itemsAt(versions).map(({ value }) => value);
  if (names.length === 0 || names.some((name) => name === "v1" || name === "v1beta1")) return;
  versions.complain("v1-required", versions.path, { key: "v1" });
}

function checkClient(client: Cursor): void {
  requireOne(client, "service", "url");
  const url = textAt(client, "url");
  if (url !== null && !/^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(url)) {
    rejectValue(at(client, "url"), "write `https://`, a host, and a path at most");
  }
  if (has(client, "service")) requireFilled(at(client, "service"), "name", "namespace");
}

function checkRule(rule: Cursor): void {
  requireFilled(rule, "operations", "apiGroups", "apiVersions", "resources");
  for (const key of ["operations", "apiGroups", "apiVersions"]) {
    const values = itemsAt(rule, key);
    if (values.length > 1 && values.some(({ value }) => value === "*")) {
      rejectValue(withValue(at(rule, key), values.map(({ value }) => textOf(value)).join(", ")), "keep `*` alone");
    }
  }
}

/** Checks an APIService (kube-aggregator, pkg/apis/apiregistration/validation). */
export function checkApiService(object: Cursor): void {
  const spec = at(object, "spec");
  const [group, version] = [textAt(spec, "group"), textAt(spec, "version")];
  const name = textAt(object, "metadata", "name");
  if (group && version && name !== null && name !== `${version}.${group}`) {
    object.complain("v1-composed-name", ["metadata", "name"], {
      name,
      rule: "spec.version.spec.group",
      valid: `${version}.${group}`,
    });
  }
  checkRange(at(spec, "groupPriorityMinimum"), 1, 20_000);
  checkRange(at(spec, "versionPriority"), 1, 1000);
  if (getAt(spec.value, ["insecureSkipTLSVerify"]) === true)
    forbid(spec, "caBundle", "beside `insecureSkipTLSVerify: true`");
}
