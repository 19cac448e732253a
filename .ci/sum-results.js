// usage: node sum-results.js FOLDER   of vitest's JSON reports
// Prints their sum, "N passed, N failed". A skipped test counts as failed: it has proved nothing. So does a
// file that could not be loaded: its tests are in no count.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const unloaded = report.testResults.filter(({ status, assertionResults }) => {
    return status === "failed" && !assertionResults.some((result) => result.status === "failed");
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`${name}: ${skipped} tests were skipped`);
  for (const { name: file, message } of unloaded) console.log(`${file}: ${message}`);
  passed += report.numPassedTests;
  failed += report.numFailedTests + skipped + unloaded.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
