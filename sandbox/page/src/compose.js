import { api } from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { person, store } from "./store.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

let boxes = 0;

/** Where a message is typed, with suggestions for the mention and for Slipway's commands. */
export class Compose {
    constructor(room, thread = "", onSent = () => undefined) {
        Object.assign(this, { room, thread, onSent, choices: [], chosen: 0 });
        const id = `suggestions-${boxes++}`;
        this.list = h("ul", { class: "suggestions", role: "listbox", id, hidden: true, "data-testid": "suggestions" });
        this.text = h("textarea", {
            rows: 1, "data-testid": thread ? "reply-box" : "compose", role: "combobox", "aria-autocomplete": "list",
            "aria-expanded": "false", "aria-controls": id,
            placeholder: t(thread ? "replyHere" : room.person ? "writeTo" : "startPost"),
            "aria-label": t(thread ? "replyHere" : room.person ? "writeTo" : "startPost"),
            oninput: () => this.typed(), onkeydown: (event) => this.key(event), onblur: () => setTimeout(() => this.offer([]), 150),
        });
        this.element = h("form", { class: "compose", onsubmit: (event) => { event.preventDefault(); this.send(); } },
            this.list, h("div", { class: "compose-box" }, this.text,
                h("button", { class: "icon-button", type: "button", title: t("prompts"), "aria-label": t("prompts"), "data-testid": "prompts", onclick: () => this.prompts() }, icon("spark")),
                h("button", { class: "icon-button send", title: t("send"), "aria-label": t("send"), "data-testid": "send" }, icon("send"))));
    }

    typed() {
        this.text.style.height = "auto";
        this.text.style.height = `${Math.min(160, this.text.scrollHeight)}px`;
        this.offer(this.suggestions());
    }

    suggestions() {
        const before = this.text.value.slice(0, this.text.selectionStart);
        const at = /(^|\s)@(\w*)$/.exec(before);
        if (at && "slipway".startsWith(at[2].toLowerCase())) {
            return [{ title: "Slipway", description: t("app"), bot: true, start: before.length - at[2].length - 1, insert: "@Slipway " }];
        }
        const command = (this.room.person ? /^(?:@slipway\s+)?(\S*)$/i : /@slipway\s+(\S*)$/i).exec(before);
        if (!command || (this.room.person && !before)) return [];
        const word = command[1].toLowerCase();
        return this.commands(word).filter(({ text }) => text.toLowerCase() !== word)
            .map((found) => ({ ...found, start: before.length - word.length }));
    }

    commands(word) {
        return store.commands.filter((offer) => (this.room.person ? offer.personal : offer.channel))
            .filter(({ title, text }) => [title, text].some((name) => name.toLowerCase().startsWith(word)))
            .map((found) => ({ ...found, insert: `${found.text} `, start: this.text.value.length }));
    }

    prompts() {
        const mention = !this.room.person && !/@slipway/i.test(this.text.value) ? "@Slipway " : "";
        this.text.focus();
        this.offer(this.commands("").map((found) => ({ ...found, insert: mention + found.insert })));
    }

    offer(choices) {
        this.choices = choices;
        this.chosen = 0;
        this.list.hidden = choices.length === 0;
        this.text.setAttribute("aria-expanded", String(choices.length > 0));
        this.list.replaceChildren(...choices.map((choice, i) => h("li", {
            role: "option", id: `${this.list.id}-${i}`, "data-testid": "suggestion",
            onpointerdown: (event) => { event.preventDefault(); this.take(choice); },
        }, choice.bot ? avatar(person("slipway")) : null, h("strong", {}, choice.title), h("span", {}, choice.description))));
        this.highlight();
    }

    highlight() {
        [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === this.chosen)));
        this.list.children[this.chosen]?.scrollIntoView({ block: "nearest" });
        if (this.choices.length) this.text.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
        else this.text.removeAttribute("aria-activedescendant");
    }

    take(choice) {
        const caret = this.text.selectionStart;
        this.text.value = this.text.value.slice(0, choice.start) + choice.insert + this.text.value.slice(caret);
        const end = choice.start + choice.insert.length;
        this.text.setSelectionRange(end, end);
        this.typed();
    }

    key(event) {
        const count = this.choices.length;
        if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            this.chosen = (this.chosen + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
            this.highlight();
        } else if (count && (event.key === "Tab" || event.key === "Enter")) {
            this.take(this.choices[this.chosen]);
        } else if (count && event.key === "Escape") {
            this.offer([]);
        } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            this.send();
        } else {
            return;
        }
        event.preventDefault();
    }

    async send() {
        const text = this.text.value.trim();
        if (!text) return;
        this.text.value = "";
        this.typed();
        try {
            await api.say({ person: store.me.alias, room: this.room.id, thread: this.thread, text });
            this.onSent();
        } catch {
            this.text.value = text;
            toast(t("offline"));
        }
    }
}
