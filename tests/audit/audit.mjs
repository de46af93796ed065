// Lighthouse, mobile, over a built site: prints the scores and asserts nothing.
// Run: make audit, or: node tests/audit/audit.mjs [site folder]. CHROME_PATH names the browser.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import * as chrome from "chrome-launcher";
import lighthouse from "lighthouse";

const root = process.argv[2] ?? "site";
const pages = ["", "parents/10-12/", "help/", "help/threatened/", "children/10-12/"];
const kinds = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain", ".xml": "text/xml",
  ".png": "image/png", ".json": "application/json",
};

// What a plain static host does: compress text, let assets be kept for a day.
function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  let file = join(root, path);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  const found = existsSync(file);
  if (!found) file = join(root, "404.html");
  const kind = extname(file);
  response.setHeader("Content-Type", kinds[kind] ?? "application/octet-stream");
  response.setHeader("Cache-Control", kind === ".html" ? "no-cache" : "max-age=86400");
  response.statusCode = found ? 200 : 404;
  if (kind === ".woff2" || kind === ".png") return createReadStream(file).pipe(response);
  response.setHeader("Content-Encoding", "gzip");
  return createReadStream(file).pipe(createGzip()).pipe(response);
}

const server = createServer(answer);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chrome.launch({
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const columns = ["performance", "accessibility", "best-practices", "seo"];
console.log(`${"page".padEnd(26)}${columns.map((name) => name.padStart(16)).join("")}`);
try {
  for (const page of pages.flatMap((each) => [each, `en/${each}`])) {
    const address = `http://127.0.0.1:${server.address().port}/${page}`;
    const { lhr } = await lighthouse(address, { port: browser.port, onlyCategories: columns, logLevel: "error" });
    const scores = columns.map((name) => Math.round(lhr.categories[name].score * 100));
    console.log(`/${page}`.padEnd(26) + scores.map((score) => String(score).padStart(16)).join(""));
    for (const audit of Object.values(lhr.audits)) {
      const counts = columns.some((name) =>
        lhr.categories[name].auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0));
      if (counts && audit.score !== null && audit.score < 0.9)
        console.log(`    ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
    }
  }
} finally {
  await browser.kill();
  server.close();
}
