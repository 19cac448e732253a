import { finding, locationOf } from "../../findings/finding.js";
import { describeMismatch } from "../../kube/fields/describe-mismatch.js";
import { extensionFields, isExtension } from "../../kube/fields/extension-fields.js";
import { kindsOf, RELEASES } from "../../kube/fields/field-table.js";
import { findFieldProblems, type FieldProblem } from "../../kube/fields/find-field-problems.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { findRemoved } from "../../kube/removed-versions.js";
import type { Finding } from "../../model.js";
import { describePath } from "../../yaml/describe-path.js";
import type { Check } from "../check.js";
import { textOf } from "../../text/text-of.js";

/** Of a custom object, all but the metadata is known only to its definition; one of a removed version is to be rewritten. */
export const objectFields: Check = {
  codes: ["field-unknown", "field-missing", "field-type", "field-empty", "release-dependent"],
  target: "input",
  run: (parts) => {
    const told = new Set<string>();
    return readObjects(parts).flatMap((object) => checkObject(object, told));
  },
};

function checkObject(object: LocatedObject, told: Set<string>): Finding[] {
  const { value, part, locate } = object;
  const [apiVersion, kind] = [textOf(value["apiVersion"]), textOf(value["kind"])];
  const known = kindsOf(apiVersion).get(kind);
  const fields = known?.fields() ?? (isExtension(apiVersion, kind) ? extensionFields(value) : null);
  if (!fields || findRemoved(value)) return [];
  const problems = findFieldProblems(value, fields).flatMap((problem) => toFinding(object, problem));
  const what = `\`${kind}\` of \`${apiVersion}\``;
  const news = known?.isNew
    ? [finding("release-dependent", locationOf(part, locate(["kind"])), { what, age: "new", release: RELEASES.before })]
    : [];
  return [...news, ...problems].filter((found) => isFirst(found, told));
}

/** What depends on the release is told once for each field of a file. */
function isFirst({ code, path, part, args }: Finding, told: Set<string>): boolean {
  if (code !== "release-dependent") return true;
  const key = JSON.stringify([path, part, args]);
  return !told.has(key) && told.add(key).has(key);
}

function toFinding(object: LocatedObject, found: FieldProblem): Finding[] {
  const { part, value, locate } = object;
  const { path } = found;
  const at = describePath(path);
  const location = locationOf(part, locate(path));
  switch (found.problem) {
    case "unknown": {
      const { field = null, place = null } = found.suggestion ?? {};
      return [finding("field-unknown", location, { at, field, place: place && describePath(place) })];
    }
    case "missing":
      return [finding("field-missing", location, { at, key: found.key })];
    case "empty":
      return [finding("field-empty", location, { at })];
    case "age": {
      const release = found.age === "new" ? RELEASES.before : RELEASES.newest;
      return [
        finding("release-dependent", location, {
          what: `the field \`${String(path.at(-1))}\``,
          age: found.age,
          release,
        }),
      ];
    }
    case "type": {
      const words = describeMismatch({
        ...found,
        key: String(path.findLast((key) => typeof key === "string")),
        isItem: typeof path.at(-1) === "number",
        source: object.sourceOf(path),
        isSecret: value["kind"] === "Secret" && /^(?:data|stringData)$/.test(textOf(path[0])),
      });
      return [finding("field-type", location, { at, ...words })];
    }
  }
}
