/** What the system said: Node's message is "ENAMETOOLONG: name too long, stat 'a'". */
export function describeSystemError({ message }: Error): string {
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}
