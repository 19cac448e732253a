import { parsers } from "prettier/plugins/markdown";
import { bold, escapeRoff, literal, paragraph, term } from "./roff.ts";

/** A node of Markdown, as mdast has it (https://github.com/syntax-tree/mdast). */
interface Node {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  children?: Node[];
}

/** The sections of a document, each by its heading of the second level, as the nodes below it. */
export interface Document {
  [heading: string]: readonly Node[];
}

/** Reads a document in Markdown. */
export async function readDocument(markdown: string): Promise<Document> {
  const { children = [] }: Node = await parsers.markdown.parse(markdown, {} as never);
  const sections: Record<string, Node[]> = {};
  let section: Node[] = [];
  for (const node of children) {
    if (node.type === "heading" && node.depth === 2) section = sections[textOf(node)] = [];
    else section.push(node);
  }
  return sections;
}

/** The section's text in roff: without its list of options, and without what it says of the exit status. */
export function renderProse(nodes: readonly Node[]): string {
  const prose = nodes.filter((node) => !OPTIONS_AND_STATUS.has(headingOf(node)) && !isAboutStatus(node));
  return prose.map(renderNode).join("");
}

const OPTIONS_AND_STATUS: ReadonlySet<string | null> = new Set(["option", "exit status"]);

/** What the section says of the exit status. */
export function renderStatus(nodes: readonly Node[]): string {
  return nodes.filter(isAboutStatus).map(renderNode).join("");
}

/** The table with this first heading, as terms; nothing if there is none. */
export function renderTable(nodes: readonly Node[], heading: string): string {
  return nodes
    .filter((node) => headingOf(node) === heading)
    .map(renderRows)
    .join("");
}

/** The first heading of a table; null for other nodes. */
function headingOf({ type, children = [] }: Node): string | null {
  return type === "table" ? textOf(children[0]!.children![0]!) : null;
}

function renderRows({ children = [] }: Node): string {
  return children
    .slice(1)
    .map(({ children: [name, meaning] = [] }) => term(renderInline(name!), renderInline(meaning!)))
    .join("");
}

function isAboutStatus(node: Node): boolean {
  return node.type === "paragraph" && /^(The e|E)xit status/.test(textOf(node));
}

function renderNode(node: Node): string {
  switch (node.type) {
    case "heading":
      return `.SS ${renderInline(node)}\n`;
    case "paragraph":
      return paragraph(renderInline(node));
    case "code":
      return literal(withoutNpx(node.value!));
    case "table":
      return renderRows(node);
    case "list":
      return node.children!.map((item) => `.IP \\(bu 2\n${item.children!.map(renderInline).join("\n")}\n`).join("");
    default:
      throw new Error(`docs/commands.md has ${node.type}, which is not expected in a manual page`);
  }
}

function renderInline({ type, value = "", url = "", children = [] }: Node): string {
  if (type === "inlineCode") return bold(withoutNpx(value));
  if (type === "text") return escapeRoff(value);
  if (type === "link" && /^[\w-]+\.md/.test(url)) return escapeRoff(`docs/${url.replace(/#.*/, "")}`);
  return children.map(renderInline).join("");
}

/** Who reads a manual page has installed the program. */
function withoutNpx(text: string): string {
  return text.replaceAll("npx kubeboot", "kubeboot");
}

function textOf({ value = "", children = [] }: Node): string {
  return value + children.map(textOf).join("");
}
