/** Changes templates at random, reproducibly: what a typing error does to them. */

const TOKENS = [
  ..."{{ }} {% %} {%- -%} {# #} | . , ( ) [ ] ' \" ~ + - == in is not if else endif for endfor set 0 1 none v1".split(
    " ",
  ),
  ..."missing |upper |int |default('x') |list |length |first .x [0] ()".split(" "),
  "\n",
  " ",
];

/** The template with a word or a sign removed, added or replaced, below its first line. */
export function mutateTemplate(template, random) {
  const start = template.indexOf("\n") + 1;
  const words = [...template.slice(start).matchAll(/[A-Za-z_]\w*|\{[{%#]-?|-?[}%#]\}|[^\s\w]|\d+|\s+/gu)];
  if (words.length === 0) return template;
  const pick = (list) => list[Math.floor(random() * list.length)];
  const { index, 0: word } = pick(words);
  const [before, behind] = [template.slice(0, start + index), template.slice(start + index + word.length)];
  return before + pick(["", pick(TOKENS), word + pick(TOKENS), pick(TOKENS) + word]) + behind;
}
