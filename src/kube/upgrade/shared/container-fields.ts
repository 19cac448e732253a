/** The ports and the environment of a container → v1's. */
import { anyText, integer, protocol, text } from "../decoders.js";
import { decode, inside, move, unless, type Shape } from "../rules.js";

export const CONTAINER_PORT: Shape = {
  rules: {
    name: move("name", text),
    containerPort: move("containerPort", integer),
    hostPort: move("hostPort", integer),
    protocol: move("protocol", protocol),
    hostIP: move("hostIP", text),
  },
};

/**
 * An environment variable; v1beta1 called its name a key at first.
 *
 * @param fieldPaths the paths of the downward API that v1 has under another name
 */
export function envOf(fieldPaths: Readonly<Record<string, string>>): Shape {
  return {
    rules: {
      name: move("name", text),
      key: unless("name", move("name", text)),
      value: move("value", anyText),
      valueFrom: inside({ rules: { fieldRef: inside(fieldRefOf(fieldPaths), "fieldRef") } }, "valueFrom"),
    },
  };
}

/** The path is written for v1 from here on: the default version is no longer the old one. */
function fieldRefOf(fieldPaths: Readonly<Record<string, string>>): Shape {
  return {
    rules: {
      apiVersion: (field, target) => void decode(field, text, target),
      fieldPath: (field, target) => {
        const path = decode(field, text, target) as string | null;
        if (path === null) return;
        const translated = fieldPaths[path] ?? (/^(metadata|status)\./.test(path) ? path : null);
        if (translated === null) target.report("upgrade-field-path", field.path, { version: target.version, path });
        else target.set(["fieldPath"], translated, field.path);
      },
    },
  };
}
