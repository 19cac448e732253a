/** A kind → the validator of its objects by Kubernetes' own schema. */

/** An error of an object, as ajv reports it. */
export interface SchemaError {
  /** RFC 6901. */
  instancePath: string;
  params: { missingProperty?: string; type?: string; allowedValues?: readonly unknown[]; format?: string };
}

/** Returns all errors of an object. */
export type Validate = (object: unknown) => readonly SchemaError[];

/** Whether the user has installed the library with the schemas. */
export async function hasSchemas(): Promise<boolean> {
  return (await importModel("v1/Namespace")) !== null;
}

/** Loads only this kind, because all of them take seconds; null for a kind that the library does not have. */
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

/** The name is not known when kubeboot is built, so that the library stays outside of the build. */
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
