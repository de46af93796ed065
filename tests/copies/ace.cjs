// Ace over EPUB files, in one Chromium: a line of JSON for each with what failed.
// node ace.cjs FOLDER FILE…
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");
const fs = require("fs");
const path = require("path");

const failures = report => (report.assertions || []).flatMap(part =>
  (part.assertions || []).map(one => [
    part["earl:testSubject"].url, one["earl:test"]["dct:title"], one["earl:result"]["dct:description"]
  ]));

(async () => {
  const [out, ...files] = process.argv.slice(2);
  for (const file of files) {
    const outdir = path.join(out, path.basename(file));
    const options = {cwd: process.cwd(), outdir, tmpdir: outdir + "-tmp", silent: true, verbose: false};
    await ace(file, options, runner);
    const report = JSON.parse(fs.readFileSync(path.join(outdir, "report.json")));
    const outcome = report["earl:result"]["earl:outcome"];
    console.log(JSON.stringify({file: path.basename(file), outcome, failed: failures(report)}));
  }
  process.exit(0);
})().catch(problem => { console.error(problem); process.exit(2); });
