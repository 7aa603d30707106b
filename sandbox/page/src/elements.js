import * as AC from "adaptivecards";
import { h } from "./dom.js";
import { chart } from "./charts.js";

const COLORS = { good: "var(--good)", warning: "var(--warning)", attention: "var(--attention)", accent: "var(--brand)" };

function color(name) {
    return COLORS[String(name ?? "accent").toLowerCase()] ?? "var(--brand)";
}

/** An element that Teams knows and Microsoft's library does not: keeps its JSON and draws it. */
function element(type, draw) {
    return class extends AC.CardElement {
        getJsonTypeName() {
            return type;
        }
        internalParse(source, context) {
            super.internalParse(source, context);
            this.source = source;
        }
        internalRender() {
            return draw(this.source);
        }
    };
}

function progressBar({ value, max = 100, color: name }) {
    const known = typeof value === "number" || (typeof value === "string" && value !== "");
    const share = known ? Math.min(100, Math.max(0, (100 * Number(value)) / Number(max))) : 0;
    return h("div", {
        class: known ? "progress" : "progress running", role: "progressbar",
        "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": known ? Math.round(share) : null,
    }, h("div", { style: `background:${color(name)}${known ? `;width:${share}%` : ""}` }));
}

function progressRing({ label }) {
    return h("div", { class: "ring", role: "status" }, h("span", { class: "spinner" }), label ?? "");
}

function badge({ text = "", style = "Default", appearance = "Filled", tooltip }) {
    return h("div", {}, h("span", { class: `badge ${style.toLowerCase()} ${appearance.toLowerCase()}`, title: tooltip }, text));
}

function codeBlock({ codeSnippet = "", language = "" }) {
    return h("pre", { class: "code", "data-language": language }, h("code", {}, codeSnippet));
}

export function registerElements() {
    const drawn = { ProgressBar: progressBar, ProgressRing: progressRing, Badge: badge, CodeBlock: codeBlock };
    for (const type of ["Chart.Donut", "Chart.Pie", "Chart.VerticalBar", "Chart.HorizontalBar", "Chart.Line"]) {
        drawn[type] = chart;
    }
    for (const [type, draw] of Object.entries(drawn)) {
        AC.GlobalRegistry.elements.register(type, element(type, draw));
    }
}
