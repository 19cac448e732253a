import {
  ApiClass,
  ApiDocumentedItem,
  ApiFunction,
  ApiInterface,
  ApiPropertyItem,
  type ApiDeclaredItem,
  type ApiEntryPoint,
  type ApiItem,
  type Excerpt,
} from "@microsoft/api-extractor-model";
import type { DocComment, DocNode } from "@microsoft/tsdoc";
import { linkTo, renderBlocks, renderComment } from "./render-comment.ts";

const HEAD = `# API reference

The exports of the package \`kubeboot\`. This file is made from the docstrings in \`src/\` by \`npm run docs\`.`;

/**
 * The reference of a package in Markdown: its functions, then its classes and types.
 *
 * @throws {Error} for an export, a property, a parameter or a result without a description
 */
export function renderApi({ members }: ApiEntryPoint): string {
  const exported = new Set(members.map(({ displayName }) => displayName));
  const functions = members.filter((item) => item instanceof ApiFunction);
  const classes = members.filter((item) => item instanceof ApiClass);
  const types = members.filter((item) => !(item instanceof ApiFunction || item instanceof ApiClass));
  const sections = Object.entries({ Functions: functions, Classes: classes, Types: types });
  const contents = sections.map(([title, items]) => `- ${linkTo(title, title)}: ${listLinks(items)}`);
  const blocks = [HEAD, contents.join("\n")];
  for (const [title, items] of sections) {
    blocks.push(`## ${title}`, ...items.flatMap((item) => renderItem(item as ApiDeclaredItem, exported)));
  }
  return `${blocks.join("\n\n")}\n`;
}

function listLinks(items: readonly ApiItem[]): string {
  return items.map(({ displayName }) => linkTo(displayName, `\`${displayName}\``)).join(", ");
}

function renderItem(item: ApiDeclaredItem, exported: ReadonlySet<string>): string[] {
  const comment = commentOf(item);
  const signature = item.excerpt.text.replace(/^export (declare )?/, "").trim();
  return [
    `### ${item.displayName}`,
    renderComment(comment.summarySection),
    `\`\`\`ts\n${isObject(item) ? `${signature} { … }` : signature}\n\`\`\``,
    ...(item instanceof ApiFunction ? renderCall(item, comment, exported) : []),
    ...(isObject(item) ? renderProperties(item, exported) : []),
    ...renderBlocks(comment, "@example").map((example) => `**Example**\n\n${example}`),
  ];
}

function isObject(item: ApiItem): item is ApiClass | ApiInterface {
  return item instanceof ApiClass || item instanceof ApiInterface;
}

function renderCall({ parameters }: ApiFunction, comment: DocComment, exported: ReadonlySet<string>): string[] {
  const rows = parameters.map(({ name, isOptional, parameterTypeExcerpt, tsdocParamBlock }) => {
    return { name, isOptional, type: parameterTypeExcerpt, text: tsdocParamBlock?.content };
  });
  return [
    renderTable("Parameter", rows, exported),
    `**Returns** ${renderComment(comment.returnsBlock?.content)}.`,
    ...renderBlocks(comment, "@throws").map((block) => `**Throws** ${block}`),
  ];
}

function renderProperties(item: ApiClass | ApiInterface, exported: ReadonlySet<string>): string[] {
  const bases = item instanceof ApiClass ? [item.extendsType] : item.extendsTypes;
  const links = bases.flatMap((base) => (base ? [renderType(base.excerpt, exported)] : []));
  const properties = item.members.filter((member) => member instanceof ApiPropertyItem);
  const rows = properties.map((property) => {
    const { displayName: name, isOptional, propertyTypeExcerpt: type } = property;
    return { name, isOptional, type, text: commentOf(property).summarySection };
  });
  const inherited = links.length > 0 ? [`Has the properties of ${links.join(" and ")} too.`] : [];
  return [...inherited, renderTable("Property", rows, exported)];
}

/** A parameter or a property. */
interface Row {
  name: string;
  isOptional: boolean;
  type: Excerpt;
  text: DocNode | undefined;
}

function renderTable(title: string, rows: readonly Row[], exported: ReadonlySet<string>): string {
  const lines = rows.map(({ name, isOptional, type, text }) => {
    const description = renderComment(text).replace(/\s+/g, " ");
    return `| \`${name}${isOptional ? "?" : ""}\` | ${renderType(type, exported)} | ${description} |`;
  });
  return [`| ${title} | Type | Description |`, "| --- | --- | --- |", ...lines].join("\n");
}

/** As code, with a link to the first type of this package in it. */
function renderType({ spannedTokens, text }: Excerpt, exported: ReadonlySet<string>): string {
  const code = `\`${text.trim().replace(/\s+/g, " ").replaceAll("|", "\\|")}\``;
  const own = spannedTokens.find((token) => exported.has(token.text));
  return own ? linkTo(own.text, code) : code;
}

function commentOf(item: ApiItem): DocComment {
  const comment = item instanceof ApiDocumentedItem ? item.tsdocComment : undefined;
  if (!comment) throw new Error(`${item.getScopedNameWithinPackage()} has no docstring`);
  return comment;
}
