import * as AC from "adaptivecards";
import { h } from "./dom.js";
import { hostConfig } from "./hostconfig.js";
import { registerElements } from "./elements.js";
import { store } from "./store.js";
import { markdownHtml } from "./text.js";

registerElements();

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownHtml(text);
    result.didProcess = true;
};

function lacksRefresh(json) {
    const { refresh, ...shown } = json;
    return shown;
}

/** What was typed into the old card stays when the card is edited under somebody's fingers. */
function withTyped(json, typed) {
    if (Array.isArray(json)) return json.map((item) => withTyped(item, typed));
    if (json === null || typeof json !== "object") return json;
    const copy = Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withTyped(value, typed)]));
    if (String(copy.type).startsWith("Input.") && typed.has(copy.id)) copy.value = typed.get(copy.id);
    return copy;
}

/** A drawn card that knows what is typed in it and can be marked busy while a click is on its way. */
export class Card {
    constructor(json, onAction, before) {
        this.onAction = onAction;
        this.open = new Set(before?.open ?? []);
        this.card = new AC.AdaptiveCard();
        this.card.hostConfig = new AC.HostConfig(hostConfig(store.theme));
        this.card.version = AC.Versions.v1_6;
        this.card.onExecuteAction = (action) => this.execute(action);
        this.card.onInlineCardExpanded = (action, expanded) =>
            expanded ? this.open.add(action.title) : this.open.delete(action.title);
        this.card.parse(withTyped(lacksRefresh(json), before?.typed() ?? new Map()), new AC.SerializationContext(AC.Versions.v1_6));
        const wide = json.msteams?.width === "Full";
        this.element = h("div", { class: wide ? "card wide" : "card", "data-testid": "card" });
        const drawn = this.card.render();
        if (drawn) this.element.append(drawn);
        this.reopen(before);
    }

    reopen(before) {
        if (!before) return;
        for (let i = 0; i < this.card.getActionCount(); i++) {
            const action = this.card.getActionAt(i);
            if (action instanceof AC.ShowCardAction && before.open.has(action.title)) action.execute();
        }
        const focused = before.focusedInput();
        if (focused) requestAnimationFrame(() => this.input(focused)?.focus());
    }

    inputs() {
        return this.card.getAllInputs(true);
    }

    input(id) {
        return this.inputs().find((input) => input.id === id);
    }

    typed() {
        return new Map(this.inputs().filter((input) => input.isDirty?.() ?? input.value).map((input) => [input.id, input.value]));
    }

    focusedInput() {
        const active = document.activeElement;
        return this.inputs().find((input) => active && input.renderedElement?.contains(active))?.id;
    }

    execute(action) {
        if (action instanceof AC.OpenUrlAction) {
            window.open(action.url, "_blank", "noopener");
        } else if (action instanceof AC.ExecuteAction || action instanceof AC.SubmitAction) {
            const sent = { type: action.getJsonTypeName(), title: action.title, data: action.data ?? {} };
            if (action.id) sent.id = action.id;
            if (action.verb) sent.verb = action.verb;
            this.busy(action.renderedElement);
            Promise.resolve(this.onAction(sent)).finally(() => this.idle());
        }
    }

    busy(pressed) {
        this.element.setAttribute("aria-busy", "true");
        this.element.querySelectorAll("button").forEach((button) => {
            button.disabled = true;
        });
        pressed?.classList.add("running");
    }

    idle() {
        this.element.removeAttribute("aria-busy");
        this.element.querySelectorAll("button").forEach((button) => {
            button.disabled = false;
            button.classList.remove("running");
        });
    }
}
