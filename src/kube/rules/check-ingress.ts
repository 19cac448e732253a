/** What an API server rejects in networking.k8s.io/v1 (kubernetes, pkg/apis/networking/validation). */
import { getAt } from "../get-at.js";
import { isAddress, isRange, isStrictlyWithin } from "./addresses.js";
import { checkSelector } from "./check-labels.js";
import { DNS_LABEL_1035, DNS_SUBDOMAIN, PORT_NAME, checkNameAt, type NameRule } from "./check-name.js";
import { checkPort, checkPortReference } from "./check-port.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { forbid, rejectValue, requireFilled, requireKeys, requireOne } from "./values.js";
import { textOf } from "../../text/text-of.js";

const CLASS = "kubernetes.io/ingress.class";

/** Checks an Ingress. */
export function checkIngress(object: Cursor): void {
  const spec = at(object, "spec");
  const rules = itemsAt(spec, "rules");
  if (rules.length === 0 && !has(spec, "defaultBackend")) {
    spec.complain("v1-required", spec.path, { key: "rules", others: ["defaultBackend"] });
  }
  if (has(spec, "ingressClassName") && has(object, "metadata", "annotations", CLASS)) {
    const words = { key: CLASS, other: "ingressClassName", fix: "delete the annotation" };
    object.complain("v1-conflict", ["metadata", "annotations", CLASS], words);
  }
  checkBackend(at(spec, "defaultBackend"));
  for (const rule of rules) {
    checkHost(at(rule, "host"));
    requireFilled(at(rule, "http"), "paths");
    for (const path of itemsAt(rule, "http", "paths")) checkPath(path);
  }
  for (const tls of itemsAt(spec, "tls")) {
    for (const host of itemsAt(tls, "hosts")) checkHost(host);
    checkNameAt(at(tls, "secretName"), "secretName", OPTIONAL_NAME);
  }
}

const OPTIONAL_NAME: NameRule = { ...DNS_SUBDOMAIN, pattern: new RegExp(`^$|${DNS_SUBDOMAIN.pattern.source}`) };

const HOST = new RegExp(DNS_SUBDOMAIN.pattern.source.replace("^", "^(?:\\*\\.)?"));

/** A name, or one below `*.`; not an address (ValidateIngressSpec). */
function checkHost(host: Cursor): void {
  const text = textAt(host);
  if (text === null || text === "") return;
  if (isAddress(text)) return rejectValue(host, "use a host name, not an address, or delete `host`");
  if (text === "*") return rejectValue(host, "delete `host`: a rule without it is for all hosts");
  if (HOST.test(text)) return;
  const valid = text.toLowerCase();
  const words = { key: "host", name: text, rule: DNS_SUBDOMAIN.words, valid: HOST.test(valid) ? valid : null };
  host.complain("v1-name", host.path, words);
}

function checkBackend(backend: Cursor): void {
  requireOne(backend, "service", "resource");
  const service = at(backend, "service");
  requireKeys(service, "name");
  checkNameAt(at(service, "name"), "service name", DNS_LABEL_1035);
  const port = at(service, "port");
  if (has(service) && (getAt(port.value, ["number"]) ?? 0) === 0 && (textAt(port, "name") ?? "") === "") {
    service.complain("v1-required", has(port) ? port.path : service.path, {
      key: "port.number",
      others: ["port.name"],
    });
    return;
  }
  requireOne(port, "number", "name");
  checkPort(at(port, "number"));
  checkNameAt(at(port, "name"), "port name", PORT_NAME);
}

/** What no path of a URL should have (invalidPathSequences). */
const BAD_SEQUENCE = /\/\/|\/\.\.?(?:\/|$)|%2f/i;

function checkPath(path: Cursor): void {
  checkBackend(at(path, "backend"));
  const [text, type] = [textAt(path, "path") ?? "", textAt(path, "pathType")];
  const isFree = type === "ImplementationSpecific";
  if (type === null || (isFree && text === "")) return;
  const cursor = at(path, "path");
  if (text === "") path.complain("v1-required", path.path, { key: "path" });
  else if (!text.startsWith("/")) rejectValue(cursor, "begin the path with `/`");
  else if (!isFree && BAD_SEQUENCE.test(text))
    rejectValue(cursor, "write the path without `//`, `/./`, `/../` and `%2f`");
}

/** Checks an IngressClass: its controller is a domain and a path. */
export function checkIngressClass(object: Cursor): void {
  requireFilled(at(object, "spec"), "controller");
  const controller = textAt(object, "spec", "controller") ?? "";
  const [domain = "", path = ""] = controller.split(/\/(.*)/s);
  if (controller === "" || (DNS_SUBDOMAIN.pattern.test(domain) && path !== "")) return;
  rejectValue(at(object, "spec", "controller"), "use a domain and a path, as in `example.com/controller`");
}

/** Checks a NetworkPolicy. */
export function checkNetworkPolicy(object: Cursor): void {
  checkSelector(at(object, "spec", "podSelector"));
  for (const [key, side] of [
    ["ingress", "from"],
    ["egress", "to"],
  ] as const) {
    for (const rule of itemsAt(object, "spec", key)) {
      for (const port of itemsAt(rule, "ports")) checkPortReference(at(port, "port"), "port name");
      for (const peer of itemsAt(rule, side)) checkPeer(peer);
    }
  }
}

function checkPeer(peer: Cursor): void {
  for (const key of ["podSelector", "namespaceSelector"]) checkSelector(at(peer, key));
  const hasSelector = has(peer, "podSelector") || has(peer, "namespaceSelector");
  if (!has(peer, "ipBlock")) {
    if (!hasSelector) requireOne(peer, "podSelector", "namespaceSelector", "ipBlock");
    return;
  }
  if (hasSelector) forbid(peer, "ipBlock", "beside a selector", "make two entries of the list");
  const range = textAt(peer, "ipBlock", "cidr") ?? "";
  if (!isRange(range)) rejectValue(at(peer, "ipBlock", "cidr"), "write a range, as in `10.0.0.0/8`");
  for (const except of itemsAt(peer, "ipBlock", "except")) {
    if (isRange(range) && !isStrictlyWithin(textOf(except.value), range)) {
      rejectValue(except, `write a range within \`${range}\``);
    }
  }
}
