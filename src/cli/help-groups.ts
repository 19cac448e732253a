/** The headings of the commands in `kubeboot --help`, by what one wants to do. */
export const COMMAND_GROUPS = {
  make: "Make user-data:",
  check: "Check before boot:",
  read: "Read blobs back:",
  kubernetes: "Kubernetes:",
  tables: "Tables and schemas:",
  help: "Help:",
};

/** The headings of the options in `kubeboot COMMAND --help`, by topic. */
export const OPTION_GROUPS = {
  output: "Output:",
  nodes: "Nodes:",
  target: "Where it will run:",
  sources: "What is read:",
  parts: "Types and merging:",
  templates: "Templates:",
  kubernetes: "Kubernetes:",
  checks: "Checks:",
  general: "General:",
};
