/** Why a text can't be read as YAML. */
export interface YamlProblem extends ProblemWords {
  /** The offset of the place that a person has to look at. */
  position: number;
}

/** The words about it. */
export interface ProblemWords {
  /** What is wrong, at most 55 characters beside what is in backquotes. */
  reason: string;
  /** What to do, in the imperative. */
  fix: string;
  /** Whether the cause is a template that nothing has filled in. */
  isTemplate?: true;
}
