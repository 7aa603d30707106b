import { Compose } from "./compose.js";
import { h, icon } from "./dom.js";
import { MessageView } from "./message.js";
import { postsIn, store } from "./store.js";
import { t } from "./words.js";

const SHOWN_REPLIES = 8;

/** Everything said in one room: bubbles in a chat, threads in a channel. */
export class Stream {
    constructor(room) {
        this.room = room;
        this.views = new Map();
        this.threads = new Map();
        this.list = h("div", { class: room.person ? "stream chat" : "stream channel", role: "log", "aria-live": "polite", tabindex: 0, "data-testid": "stream" });
        this.typing = h("div", { class: "typing", hidden: true, role: "status", "data-testid": "typing" },
            h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), t("typing"));
        this.compose = new Compose(room);
        this.element = h("div", { class: "room" }, this.list, this.typing, this.compose.element);
        const posts = postsIn(room.id);
        posts.forEach((post) => this.put(post));
        this.empty(posts.length === 0);
        new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.list);
        this.list.addEventListener("scroll", () => { this.atEnd = this.nearEnd(); }, { passive: true });
        this.atEnd = true;
        requestAnimationFrame(() => this.toEnd());
    }

    empty(nothing) {
        this.hint?.remove();
        if (!nothing) return;
        this.hint = h("div", { class: "empty" }, h("img", { src: "icon.svg", alt: "" }), h("h2", {}, t("empty")),
            h("p", {}, t(this.room.person ? "emptyHint" : "emptyChannel")));
        this.list.append(this.hint);
    }

    nearEnd() {
        return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 120;
    }

    toEnd() {
        this.list.scrollTop = this.list.scrollHeight;
    }

    put(post) {
        const follow = this.atEnd;
        const known = this.views.get(post.id);
        if (known) known.update(post);
        else this.add(post);
        if (post.from === "slipway") this.quiet();
        if (follow || (!known && post.from === store.me.alias)) requestAnimationFrame(() => this.toEnd());
    }

    add(post) {
        this.empty(false);
        if (this.room.person) {
            this.day(post);
            const view = new MessageView(post);
            this.views.set(post.id, view);
            this.list.append(view.element);
            return;
        }
        if (!this.threads.has(post.thread)) this.threads.set(post.thread, this.thread(post.thread));
        const thread = this.threads.get(post.thread);
        const view = new MessageView(post, () => thread.open());
        this.views.set(post.id, view);
        thread.add(view, post);
    }

    day(post) {
        const day = new Date(post.at).toLocaleDateString(store.locale, { weekday: "long", day: "numeric", month: "long" });
        if (day === this.lastDay) return;
        this.lastDay = day;
        const today = new Date(Date.now() + store.clockOffset).toLocaleDateString(store.locale, { weekday: "long", day: "numeric", month: "long" });
        this.list.append(h("div", { class: "day" }, day === today ? t("today") : day));
    }

    thread(id) {
        const replies = h("div", { class: "replies" });
        const older = h("button", { class: "link older", type: "button", hidden: true, onclick: () => section.classList.add("all") });
        const opener = h("button", { class: "reply-button", type: "button", "data-testid": "reply" }, icon("reply"), t("replyHere"));
        const section = h("section", { class: "thread", "data-testid": "thread", "data-id": id }, older, replies, opener);
        const open = () => {
            if (section.contains(opener)) opener.replaceWith(new Compose(this.room, id).element);
            section.querySelector("textarea").focus();
            section.querySelector("textarea").scrollIntoView({ block: "nearest" });
        };
        opener.addEventListener("click", open);
        this.list.append(section);
        return {
            open,
            add: (view, post) => {
                if (post.id === id) section.prepend(view.element);
                else replies.append(view.element);
                const hidden = replies.children.length - SHOWN_REPLIES;
                [...replies.children].forEach((child, i) => child.classList.toggle("old", i < hidden));
                older.hidden = hidden <= 0;
                older.textContent = t("older", hidden);
            },
        };
    }

    busy() {
        this.typing.hidden = false;
        clearTimeout(this.typingTimer);
        this.typingTimer = setTimeout(() => this.quiet(), 8000);
    }

    quiet() {
        this.typing.hidden = true;
    }
}
