/** Scripts with all that the parser knows: it must accept them as the shells do. None ends in the middle. */

/** Both shells accept these. */
export const DASH_SCRIPTS = [
  "",
  "\n# only a comment\n",
  "echo a; echo b & echo c\n",
  "echo a && echo b ||\n  echo c | # a comment\n  cat\n",
  "! true; ! { false; }\n",
  "a=1 b='2 3' c=\"$a$b\" command x\n",
  "if a; then b; elif c; then d; else e; fi >log 2>&1 && f\n",
  "if ( true ) then echo; fi\n",
  'while read -r line; do echo "$line"; done <file\n',
  "until test -f x\ndo\n  sleep 1\ndone\n",
  'for name in a \'b c\' "$@" do done; do echo "$name"; done\n',
  "for name do echo; done\nfor name\ndo echo; done\nfor name in; do :; done\n",
  "case $1 in\n  a|b) echo ;;\n  (c) ;;\n  'd e'|\"$f\") echo g\nesac\n",
  "case x in esac; case x in if) ;; esac\n",
  "f() { echo; }\ng ( )\n(\n  echo\n) 2>/dev/null\n",
  "{ echo; { echo; }; }; ( ( echo ) )\n",
  "cat <<EOF && cat <<-'END'\n$a ${b:-c} $(d) `e`\nEOF\n\t$x ${ $( `\n\tEND\necho\n",
  "cat <<\\A\n'\"\nA\n",
  "cat <<EOF\nthe text ends without its delimiter\n",
  "x=$(cat <<EOF\nfi )\nEOF\n)\n",
  "x=$(case a in a) echo ;; esac)\n",
  'x="$(echo "$(echo \')\' ")")")"\n',
  "x=`echo \\`echo a\\``\n",
  "x=$((1 + (2 * 3))) y=$(( $x + ${z:-0} ))\n",
  'echo ${a} ${#a} ${a#*/} ${a##*/} ${a%.*} ${a%%.*} ${a:-b} ${a:+"b c"} ${a:?\'}\'} ${a="}"}\n',
  'echo "${a:-"b c"}" "${a#\'}\'}" "${a%"}"}" "it\'s" "\\"" "\\$(" \n',
  "echo $1 $@ $* $# $? $! $$ $- $ $/\n",
  'echo a\\\n  b \\; \\( \\\' "c\\\nd"\n',
  "echo a#b 'c\nd' \"e\nf\"\n",
  "exec 3>&1 4<&- 2>>log <>file >|other\n",
  '[ a = b ] || [ -z "$x" -a -n "$y" ]\n',
  "echo if then fi { } [[ ]] in function\n",
  "exit 0\n",
];

/** Only dash accepts these. */
export const ONLY_DASH_SCRIPTS = ["case x in >) echo ;; 2>>) echo ;; <&|>|) echo ;; (<<-) ;; esac\n"];

/** bash accepts these. */
export const BASH_SCRIPTS = [
  "[[ -f $a && ! -d b || ( $c == d* ) ]]\n",
  "[[ a =~ ^(b|c)+$ ]] && [[ $x = @(a|b) ]] && [[ a -nt b ]] && [[ a < b ]] && [[ x ]]\n",
  "if [[ a ]] then echo; fi\n",
  "a=(1 'b c' [3]=d $(e)\n  # a comment\n  f) a+=(g) a[1]=h a[i + 1]=(j)\n",
  "declare -a x=(1 2); local y=(); export z=3\n",
  'echo ${a[0]} ${a[@]:1:2} ${a//b/c} ${a^^} ${!a} ${a@Q} "${a[@]}"\n',
  "((x = 1 + 2)); for ((i = 0; i < 3; i++)); do echo; done; for ((;;)) { break; }\n",
  "( (echo a); (echo b) )\n",
  "diff <(sort a) <(sort b) > >(cat)\n",
  "function f { echo; }\nfunction g() ( echo )\nf-1() { echo; }\n",
  "select x in a b; do echo; done\n",
  "case a in a) echo ;& b) echo ;;& c) ;; esac\n",
  'cat <<<"$x" &>log; cat &>>log |& cat\n',
  "echo $'it\\'s' $\"a b\" $[1 + 2]\n",
  "time -p sleep 1; ! ! true; time\n",
  'x=$(time) y="$(time -p )" z=$(\n  time # a comment\n); cat <(time)\n',
  "coproc NAME { cat; }\ncoproc cat\n",
  "coproc <<E\nE\ncoproc >log\ncoproc &>log cat\n",
  "exec {fd}>file; echo {a,b}{1..3}\n",
  "echo $((echo a); (echo b))\n",
];

/** bash accepts this when it runs it. */
export const EXTGLOB_SCRIPT = "shopt -s extglob\nls !(a|b) +(c)\ncase x in @(a|b)) ;; esac\n";
