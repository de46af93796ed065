// Reads a page's oEmbed as a publishing program would, with a public library. The site's own address
// is nobody's, so it is asked for at the server of the test: node read_oembed.mjs SITE SERVER PAGE
import { extract } from "@extractus/oembed-extractor";

const [site, server, page] = process.argv.slice(2);
const fetcher = (url, options) => fetch(String(url).replace(site, server), options);
console.log(JSON.stringify(await extract(page, {}, fetcher)));
