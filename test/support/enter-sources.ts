import { enterFolder, makeFolder } from "./make-folder.ts";

export const SCRIPT = "#!/bin/sh\necho hi\n";
export const CONFIG = "#cloud-config\npackages: [git]\n";

/** Creates a folder with good and bad sources and makes it the working directory until the test ends. */
export function enterSources(): void {
  enterFolder(
    makeFolder({
      "a.sh": SCRIPT,
      "base.cfg": CONFIG,
      "more.cfg": CONFIG,
      "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: 'a:1'}]}\n",
      "notes.txt": "hello\n",
      "latin.sh": Buffer.from("#!/bin/sh\n# caf\xe9\n", "latin1"),
      "bom.cfg": `\ufeff${CONFIG}`,
      "empty.sh": "",
      "old.conf": "#upstart-job\n",
      "scripts/b.sh": SCRIPT,
      "scripts/a.sh": SCRIPT,
      "void/.hidden": "",
    }),
  );
}
