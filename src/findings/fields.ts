import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that Kubernetes' own schema decides. */
export const FIELD_FINDINGS = {
  "field-unknown": defineFinding<{ at: string; nearest: string | null }>({
    severity: "error",
    message: ({ at, nearest }) =>
      `Kubernetes knows no field ${at}, and kubectl refuses it${nearest === null ? "" : `: did you mean ${nearest}?`}`,
    hint: "correct its name or its place; a newer kubernetes-models knows newer fields",
  }),
  "field-missing": defineFinding<{ key: string; at: string }>({
    severity: "error",
    message: ({ key, at }) => `an API server refuses ${at || "the object"} without ${key}`,
    hint: "add it",
  }),
  "field-type": defineFinding<{ at: string; expected: string | null }>({
    severity: "error",
    message: ({ at, expected }) =>
      expected === null ? `an API server refuses the value of ${at}` : `${at} must be of type ${expected}`,
    hint: "correct the value; text that looks like a number or like yes and no needs quotes",
  }),
  "field-schema-missing": defineFinding({
    severity: "note",
    message: () => "fields of Kubernetes objects are not looked at: kubernetes-models is not installed",
    hint: "install it beside kubeboot: npm install kubernetes-models (22 MB)",
  }),
};
