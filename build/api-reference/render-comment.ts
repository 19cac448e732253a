import {
  DocNodeKind,
  type DocCodeSpan,
  type DocComment,
  type DocEscapedText,
  type DocFencedCode,
  type DocLinkTag,
  type DocNode,
  type DocPlainText,
} from "@microsoft/tsdoc";

/** The text of each block of the comment with this tag, as Markdown. */
export function renderBlocks(comment: DocComment, tag: "@throws" | "@example"): string[] {
  const blocks = comment.customBlocks.filter(({ blockTag }) => blockTag.tagName === tag);
  return blocks.map(({ content }) => renderComment(content));
}

/** A part of a docstring as Markdown, without blank lines around it. */
export function renderComment(node: DocNode | undefined): string {
  if (node === undefined) throw new Error("a parameter or the result of a function is not described");
  return renderNode(node).trim();
}

/** Where a heading with this name is, as GitHub and npm anchor it. */
export function linkTo(name: string, text: string): string {
  return `[${text}](#${name.toLowerCase()})`;
}

function renderNode(node: DocNode): string {
  switch (node.kind) {
    case DocNodeKind.Section:
      return renderChildren(node);
    case DocNodeKind.Paragraph:
      return renderParagraph(renderChildren(node));
    case DocNodeKind.PlainText:
      return (node as DocPlainText).text;
    case DocNodeKind.EscapedText:
      return (node as DocEscapedText).decodedText;
    case DocNodeKind.SoftBreak:
      return "\n";
    case DocNodeKind.CodeSpan:
      return `\`${(node as DocCodeSpan).code}\``;
    case DocNodeKind.FencedCode:
      return renderFence(node as DocFencedCode);
    case DocNodeKind.LinkTag:
      return renderLink(node as DocLinkTag);
    default:
      throw new Error(`a docstring has a ${node.kind}, which docs/api.md can't show`);
  }
}

function renderChildren(node: DocNode): string {
  return node.getChildNodes().map(renderNode).join("");
}

/** Between two paragraphs TSDoc has a third one, of line ends. */
function renderParagraph(text: string): string {
  return text.trim() === "" ? "" : `${text.trim().replace(/\n +/g, "\n")}\n\n`;
}

function renderFence({ language, code }: DocFencedCode): string {
  return `\`\`\`${language}\n${code}\`\`\`\n\n`;
}

function renderLink({ codeDestination, linkText }: DocLinkTag): string {
  const name = codeDestination?.memberReferences[0]?.memberIdentifier?.identifier;
  if (name === undefined) throw new Error("a link in a docstring must name an export");
  return linkTo(name, linkText ?? `\`${name}\``);
}
