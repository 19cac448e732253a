/** Changes scripts at random, reproducibly: what a typing error does to them. */

/** What shells give a meaning to. */
const TOKENS = [
  ..."if then else elif fi for while until do done case esac in select function time coproc".split(" "),
  ..."{ } ( ) (( )) [[ ]] ; ;; ;& & && | || |& ! < > >& &> <( <<< ' \" ` $' $( ${ $(( \\ # =( f() +=".split(" "),
  "\n",
  " <<EOF\n",
];

/** The same numbers between 0 and 1 for the same seed: a linear congruential generator (Numerical Recipes, section 7.1). */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The script with a word, a sign or a line removed, added or replaced, below its first line. */
export function mutateScript(script, random) {
  const [firstLine, ...lines] = script.split("\n");
  return `${firstLine}\n${mutate(lines.join("\n"), random)}`;
}

function mutate(text, random) {
  const words = [...text.matchAll(/[A-Za-z_]\w*|[^\s\w]|\n/g)];
  if (words.length === 0) return text;
  const signs = words.filter(([word]) => /^\W$/.test(word) || TOKENS.includes(word));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const replace = ({ index, 0: word }, by) => text.slice(0, index) + by + text.slice(index + word.length);
  const kinds = [
    () => replace(pick(words), ""),
    () => replace(pick(signs), ""),
    () => replace(pick(signs), pick(TOKENS)),
    () => replace({ index: pick(words).index, 0: "" }, pick([`${pick(TOKENS)} `, pick(TOKENS)])),
    () => {
      const removed = Math.floor(random() * text.split("\n").length);
      return text.split("\n").toSpliced(removed, 1).join("\n");
    },
  ];
  return pick(kinds)();
}
