/** A kind → what judges its objects by Kubernetes' own schema. */

/** What an object breaks, as ajv tells it. */
export interface SchemaError {
  /** RFC 6901. */
  instancePath: string;
  params: { missingProperty?: string; type?: string };
}

/** Gives all that is wrong with an object. */
export type Validate = (object: unknown) => readonly SchemaError[];

/** Whether the library with the schemas is installed: that is the user's to choose. */
export async function hasSchemas(): Promise<boolean> {
  return (await importModel("v1/Namespace")) !== null;
}

/** Loads this kind alone, for all of them take seconds; null for a kind that the library doesn't have. */
export async function loadValidator(apiVersion: string, kind: string): Promise<Validate | null> {
  if (!/^[a-z0-9.]+(\/[a-z0-9]+)?$/.test(apiVersion) || !/^[A-Za-z]+$/.test(kind)) return null;
  const model = (await importModel(`${apiVersion}/${kind}`))?.[kind];
  if (!isModel(model) || model.kind !== kind || model.apiVersion !== apiVersion) return null;
  const { validate } = model.prototype;
  return (object) => {
    try {
      validate.call(object);
      return [];
    } catch (error) {
      if (error instanceof Error && hasErrors(error)) return error.errors;
      throw error;
    }
  };
}

/** Not a name that is known when kubeboot is built, so that it stays outside of the build. */
async function importModel(path: string): Promise<Record<string, unknown> | null> {
  const name = `kubernetes-models/${path}`;
  try {
    return (await import(/* @vite-ignore */ name)) as Record<string, unknown>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return null;
    throw error;
  }
}

interface Model {
  kind: unknown;
  apiVersion: unknown;
  prototype: { validate: (this: unknown) => void };
}

function isModel(value: unknown): value is Model {
  if (typeof value !== "function" || !("kind" in value) || !("apiVersion" in value)) return false;
  return typeof value.prototype?.validate === "function";
}

function hasErrors(error: Error): error is Error & { errors: SchemaError[] } {
  return "errors" in error && Array.isArray(error.errors);
}
