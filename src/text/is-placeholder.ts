/** Whether another program replaces the value before boot: `${NAME}`, `{{ name }}`, `<name>`. */
export function isPlaceholder(text: string): boolean {
  return /^\s*(?:\$\{.*\}|\$[A-Za-z_]\w*|\{\{.*\}\}|\{%.*%\}|<[^<>]*>|%\w+%|@\w+@|__\w+__)\s*$/s.test(text);
}
