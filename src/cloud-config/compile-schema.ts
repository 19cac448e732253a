/** A JSON schema → a validator. */
import type { ErrorObject, ValidateFunction } from "ajv";
import draft4 from "ajv-draft-04";
import { KubebootError } from "../errors.js";
import type { JsonSchema } from "../model.js";
import { isDate } from "./is-date.js";

/** Validates values by a schema and by its subschemas. */
export interface Validator {
  /** All errors of a value, including those in branches of oneOf and anyOf; each names its subschema. */
  findErrors: (value: unknown) => readonly ErrorObject[];
  /** Whether the subschema at a JSON pointer accepts a value. */
  accepts: (pointer: string, value: unknown) => boolean;
}

const { default: Ajv } = draft4;

const ID = "schema";

/**
 * cloud-init validates by draft 4, but also uses the keywords beside a `$ref` (config/schema.py,
 * get_jsonschema_validator). The only format that it knows is `date`; the others need Python packages that it does
 * not require.
 *
 * @throws {KubebootError} `unreadable` for an invalid JSON schema
 */
export function compileSchema(schema: JsonSchema): Validator {
  try {
    const ajv = new Ajv({
      allErrors: true,
      verbose: true,
      strict: false,
      strictNumbers: false,
      validateSchema: false,
      unicodeRegExp: false,
      logger: false,
      messages: false,
      // Optimizing takes longer than it saves for values of this size.
      code: { optimize: false },
    });
    ajv.addFormat("date", isDate).addSchema(schema, ID);
    const validate = getValidate(ajv, ID);
    const inner = new Map<string, ValidateFunction>();
    return {
      findErrors: (value) => (validate(value) ? [] : (validate.errors ?? [])),
      accepts: (pointer, value) => {
        const found = inner.get(pointer) ?? getValidate(ajv, `${ID}#${pointer}`);
        inner.set(pointer, found);
        return found(value);
      },
    };
  } catch (error) {
    throw new KubebootError("unreadable", `the schema can't be used: ${(error as Error).message}`, [], {
      cause: error,
    });
  }
}

function getValidate(ajv: InstanceType<typeof Ajv>, reference: string): ValidateFunction {
  const validate = ajv.getSchema(reference);
  if (!validate) throw new Error(`${reference} leads nowhere`);
  return validate;
}
