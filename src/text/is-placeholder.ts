/** Whether a value stands for one that another program fills in before boot: `${NAME}`, `{{ name }}`, `<name>`. */
export function isPlaceholder(text: string): boolean {
  return /^\s*(?:\$\{.*\}|\$[A-Za-z_]\w*|\{\{.*\}\}|\{%.*%\}|<[^<>]*>|%\w+%|@\w+@|__\w+__)\s*$/s.test(text);
}
