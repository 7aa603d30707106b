// Builds the chat page into the folder named on the command line. Maven calls it when a source is newer than the result.
import { execSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "..", "target", "classes", "io", "slipway", "sandbox", "page");
const wanted = 20;

if (Number(process.versions.node.split(".")[0]) < wanted) {
    console.error(`The chat page needs Node ${wanted} or newer, this is ${process.versions.node}. See https://nodejs.org/.`);
    process.exit(3);
}

const lock = readFileSync(join(here, "package-lock.json"), "utf8");
const installed = join(here, "node_modules", ".slipway-lock");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== lock) {
    execSync("npm ci --no-fund --no-audit --loglevel=error", { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(installed, lock);
}

const { build } = await import("esbuild");
mkdirSync(target, { recursive: true });
cpSync(join(here, "public"), target, { recursive: true });
cpSync(join(here, "..", "..", "manifest", "src", "main", "icons", "color.svg"), join(target, "icon.svg"));
await build({
    absWorkingDir: here,
    entryPoints: { page: "src/main.js", style: "src/style/all.css" },
    outdir: target,
    bundle: true,
    minify: true,
    sourcemap: false,
    target: ["chrome110", "firefox115", "safari16"],
    logLevel: "warning",
});
writeFileSync(join(target, "built"), "");
