// nginx and Apache on loopback, each with the settings that the package of the site holds for it.
import { execFile, spawn } from "node:child_process";
import { access, chmod, copyFile, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { emptyFolder } from "./unpacked.js";

/** @typedef {{ address: string, close: () => void }} Host */
/** @typedef {{ program: string, arguments: (site: string, folder: string, port: number) => Promise<string[]> }} Kind */

/** Debian's modules that the settings need, and the least that a server needs to serve. */
const MODULES = ["mpm_event", "authz_core", "mime", "dir", "headers", "deflate", "filter", "alias"];

/** @type {Record<string, Kind>} */
export const HOSTS = { nginx: { program: "/usr/sbin/nginx", arguments: nginx }, Apache: { program: "/usr/sbin/apache2", arguments: apache } };

/** Whether a program is on this machine. @param {string} program */
export const isHere = (program) => access(program).then(() => true, () => false);

/** Serves an unpacked site. @param {Kind} kind @param {string} site @returns {Promise<Host>} */
export async function hosted(kind, site) {
  const folder = await emptyFolder();
  // The servers give up the rights of the administrator, if they are run by one, and must still read the files.
  await Promise.all([chmod(site, 0o755), chmod(folder, 0o755)]);
  const port = await freePort();
  const server = spawn(kind.program, await kind.arguments(site, folder, port), { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (text) => (said += text));
  const address = `http://127.0.0.1:${port}/`;
  let over = false;
  server.on("exit", () => (over = true));
  while (!(await fetch(address).catch(() => undefined))) if (over) throw new Error(said);
  return { address, close: () => server.kill("SIGTERM") };
}

/** @param {string} site @param {string} folder @param {number} port */
async function nginx(site, folder, port) {
  const sample = await readFile(join(site, "hosting/nginx/downhill.conf"), "utf8");
  const settings = sample.replace(/listen 80;/, `listen 127.0.0.1:${port};`).replace(/root \/srv\/downhill;/, `root ${site};`);
  await writeFile(join(folder, "downhill.conf"), settings);
  await writeFile(join(folder, "nginx.conf"), `
    daemon off; pid ${folder}/pid; error_log stderr; ${process.getuid?.() === 0 ? "user root;" : ""}
    events {}
    http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi; include ${folder}/downhill.conf; }`);
  const how = ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", "stderr"];
  // What is wrong with the settings is said here, in the words of nginx.
  await new Promise((resolve, reject) => execFile(HOSTS["nginx"]?.program ?? "", [...how, "-t"], (failed) => (failed ? reject(failed) : resolve(undefined))));
  return how;
}

/** @param {string} site @param {string} folder @param {number} port */
async function apache(site, folder, port) {
  await copyFile(join(site, "hosting/apache/.htaccess"), join(site, ".htaccess"));
  const modules = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n");
  const user = process.getuid?.() === 0 ? "User www-data\nGroup www-data" : "";
  await writeFile(join(folder, "apache.conf"), `${modules}
    ServerName localhost
    Listen 127.0.0.1:${port}
    PidFile ${folder}/pid
    ErrorLog ${folder}/log
    ${user}
    TypesConfig /etc/mime.types
    DirectoryIndex index.html
    DocumentRoot ${site}
    <Directory ${site}>
      AllowOverride FileInfo
      Require all granted
    </Directory>`);
  return ["-X", "-d", folder, "-f", join(folder, "apache.conf")];
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => resolve(bound && typeof bound === "object" ? bound.port : 0));
    });
  });
}
