import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { setClock, store } from "./store.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

const TURNS = [["PT1M", "+1 min"], ["PT10M", "+10 min"], ["PT1H", "+1 h"], ["P1D", "+1 d"]];

/** What happens under the hood: raw activities, the sandbox's clock, versions, troubles to call up. */
export class Panel {
    constructor(onClose, shown = "activities") {
        this.rows = h("ol", { class: "traffic", "data-testid": "traffic" });
        this.content = h("div", { class: "panel-content", role: "tabpanel" });
        const tabs = { activities: () => this.activities(), clock: () => this.clock(), versions: () => this.versions(), troubles: () => this.troubles() };
        this.tabs = Object.entries(tabs).map(([name, show]) => h("button", {
            type: "button", role: "tab", "data-name": name, "data-testid": `tab-${name}`, onclick: () => this.select(name, show),
        }, t(name)));
        this.element = h("aside", { class: "panel", "aria-label": t("hood"), "data-testid": "panel" },
            h("header", {}, h("h2", {}, t("hood")),
                h("button", { class: "icon-button", type: "button", "aria-label": t("close"), onclick: onClose }, icon("close"))),
            h("div", { class: "tabs", role: "tablist" }, this.tabs), this.content);
        this.select(shown, tabs[shown]);
        api.traffic().then((all) => all.forEach((exchange) => this.exchange(exchange))).catch(() => undefined);
    }

    select(name, show) {
        this.shown = name;
        clearInterval(this.ticking);
        this.tabs.forEach((other) => other.setAttribute("aria-selected", String(other.dataset.name === name)));
        show();
    }

    activities() {
        this.content.replaceChildren(
            h("button", { class: "link", type: "button", onclick: () => this.rows.replaceChildren() }, t("clearList")), this.rows);
    }

    exchange({ number, at, direction, request, status, body, answer }) {
        if (this.last >= number) return;
        this.last = number;
        const out = direction === "to bot";
        const good = status >= 200 && status < 300;
        const time = new Date(at).toLocaleTimeString(store.locale);
        const details = h("details", { class: out ? "out" : "in", "data-testid": "exchange" },
            h("summary", {}, h("span", { class: "way", title: t(out ? "toBot" : "fromBot") }, out ? "→" : "←"),
                h("span", { class: "what" }, out ? request : decodeURIComponent(request.replace("/v3/conversations", ""))),
                h("span", { class: good ? "status good" : "status bad" }, status || "—"), h("time", {}, time)));
        details.addEventListener("toggle", () => {
            if (details.children.length === 1) details.append(...[body, answer].filter(Boolean).map((json) => h("pre", {}, JSON.stringify(json, null, 2))));
        });
        this.rows.prepend(h("li", {}, details));
        while (this.rows.children.length > 400) this.rows.lastChild.remove();
    }

    clock() {
        const now = h("output", { class: "clock", "data-testid": "clock" });
        const show = () => { now.textContent = new Date(Date.now() + store.clockOffset).toLocaleString(store.locale, { dateStyle: "medium", timeStyle: "medium" }); };
        show();
        this.ticking = setInterval(show, 500);
        this.content.replaceChildren(h("p", { class: "label" }, t("now")), now, h("p", { class: "label" }, t("turn")),
            h("div", { class: "buttons" }, TURNS.map(([by, text]) => h("button", {
                class: "button", type: "button", "data-testid": `turn-${by}`,
                onclick: async () => { setClock(await api.turn(by)); show(); },
            }, text))));
    }

    async versions() {
        const list = h("dl", { class: "versions", "data-testid": "versions" });
        const ask = async () => {
            const versions = await api.versions().catch(() => ({}));
            const entries = Object.entries(versions);
            list.replaceChildren(...(entries.length ? entries.flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]) : [h("dd", {}, t("noVersions"))]));
        };
        this.content.replaceChildren(list, h("button", { class: "button", type: "button", onclick: ask }, t("reload")));
        await ask();
        this.ticking = setInterval(ask, 3000);
    }

    troubles() {
        const trouble = (text, call) => h("button", { class: "button", type: "button", onclick: () => call().then(() => toast(`${text}: ${t("done")}`)) }, text);
        const me = store.me;
        this.content.replaceChildren(h("div", { class: "buttons column" },
            trouble(t("throttle"), () => api.fault({ status: 429, times: 3, retryAfter: 2 })),
            trouble(t("gateway"), () => api.fault({ status: 502, times: 3 })),
            trouble(t("failImport"), () => api.fault({ importInto: "test" })),
            trouble(t("silentOff", me.name), () => api.fault({ person: me.alias, silentSignIn: false })),
            trouble(t("silentOn", me.name), () => api.fault({ person: me.alias, silentSignIn: true })),
            trouble(t("clear"), () => api.noFaults())));
    }

    close() {
        clearInterval(this.ticking);
    }
}
