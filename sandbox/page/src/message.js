import { api } from "./api.js";
import { Card } from "./card.js";
import { avatar, h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { errorBar, sentBar, signInBar } from "./notice.js";
import { person, store } from "./store.js";
import { markdownHtml, plainHtml } from "./text.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

const ADAPTIVE = "application/vnd.microsoft.card.adaptive";
const OAUTH = ["application/vnd.microsoft.card.oauth", "application/vnd.microsoft.card.signin"];

/** One message, redrawn when it changes. */
export class MessageView {
    constructor(post, reply) {
        this.reply = reply;
        this.cards = [];
        this.body = h("div", { class: "body" });
        this.foot = h("div", { class: "foot" });
        this.time = h("time", {});
        this.mark = h("span", { class: "mark" });
        this.state = h("div", { class: "state" });
        const who = person(post.from);
        const mine = post.from === store.me.alias;
        this.more = h("button", {
            class: "icon-button more", type: "button", "aria-label": t("more"), "aria-haspopup": "menu", "data-testid": "message-menu",
            onclick: () => openMenu(this.more, this.menu()),
        }, icon("more"));
        this.element = h("article", {
            class: `message${mine ? " mine" : ""}${post.from === "slipway" ? " from-bot" : ""}`,
            "data-testid": "message", "data-id": post.id, "data-from": post.from,
        }, avatar(who), h("div", { class: "bubble" },
            h("header", {}, h("strong", {}, who.name), post.from === "slipway" ? h("span", { class: "app-tag" }, t("app")) : null,
                this.time, this.mark, this.more),
            this.body, this.foot), this.state);
        this.update(post);
    }

    view() {
        return this.post.views[store.me.alias];
    }

    update(post) {
        const shown = JSON.stringify([post.version, post.deleted, post.views[store.me.alias] ?? null]);
        this.post = post;
        const at = new Date(post.at);
        this.time.dateTime = post.at;
        this.time.title = at.toLocaleString(store.locale);
        const today = at.toDateString() === new Date(Date.now() + store.clockOffset).toDateString();
        this.time.textContent = at.toLocaleString(store.locale, { ...(today ? {} : { day: "numeric", month: "short" }), hour: "2-digit", minute: "2-digit" });
        this.mark.textContent = post.version > 0 && !post.deleted ? t("edited") : "";
        this.drawState();
        if (shown !== this.shown) {
            if (this.shown) this.foot.replaceChildren();
            this.shown = shown;
            this.draw();
        }
        this.element.hidden = Boolean(this.view()?.signedIn);
        this.refreshAutomatically();
    }

    drawState() {
        const failed = this.post.state === "FAILED";
        this.element.classList.toggle("failed", failed);
        this.element.classList.toggle("pending", this.post.state === "PENDING");
        this.state.replaceChildren(...(failed
            ? [icon("alert"), `${t("failed")} `, h("button", { class: "link", type: "button", "data-testid": "retry", onclick: () => this.again() }, t("retry"))]
            : []));
    }

    draw() {
        const { activity, deleted } = this.post;
        this.element.classList.toggle("deleted", deleted);
        if (deleted) {
            this.body.replaceChildren(h("p", { class: "gone" }, t("deleted")));
            return;
        }
        const before = this.cards[0];
        this.cards = [];
        const parts = [];
        if (activity.text) parts.push(this.text(activity));
        for (const attachment of activity.attachments ?? []) {
            if (attachment.contentType === ADAPTIVE) parts.push(this.card(attachment.content, before));
            if (OAUTH.includes(attachment.contentType)) parts.push(this.signInCard(attachment.content));
        }
        this.body.replaceChildren(...parts);
    }

    text(activity) {
        const element = h("div", { class: "text", "data-testid": "text" });
        const plain = this.post.from !== "slipway" || activity.textFormat === "plain";
        element.innerHTML = plain ? plainHtml(activity.text) : markdownHtml(activity.text);
        return element;
    }

    card(common, before) {
        const own = this.view();
        const card = new Card(own?.type === "AdaptiveCard" ? own : common, (action) => this.click(action), this.cards.length ? null : before);
        this.cards.push(card);
        if (this.clicking) card.busy();
        return card.element;
    }

    signInCard(content) {
        return signInBar(content.text, content.buttons?.[0]?.value ?? "", (code) =>
            this.answer(api.signIn({ ...this.address(), code })));
    }

    address() {
        return { person: store.me.alias, room: this.post.room, id: this.post.id };
    }

    commonCard() {
        return (this.post.activity.attachments ?? []).find((attachment) => attachment.contentType === ADAPTIVE)?.content;
    }

    /** Teams does so for those named on the card, and for everybody in a small room when nobody is named. */
    refreshAutomatically() {
        const refresh = this.commonCard()?.refresh;
        const users = refresh?.userIds ?? [];
        const once = `${store.me.alias}/${this.post.version}`;
        if (!refresh?.action || this.view() || this.asked === once) return;
        if (users.length && !users.includes(store.me.teamsId)) return;
        this.asked = once;
        api.refresh({ ...this.address(), trigger: "automatic" }).catch(() => undefined);
    }

    /** Buttons stay shut until the answer is there, even when the card is edited meanwhile. */
    async click(action) {
        this.foot.replaceChildren();
        this.clicking = true;
        await this.answer(api.click({ ...this.address(), action }));
        this.clicking = false;
        this.cards.forEach((card) => card.idle());
    }

    async answer(call) {
        try {
            const answer = await call;
            if (answer) this.show(answer);
        } catch {
            this.foot.replaceChildren(errorBar(t("unreachable")));
        }
    }

    show(answer) {
        const bar = {
            Card: () => null,
            Toast: () => toast(answer.text),
            Sent: () => sentBar(),
            Refused: () => errorBar(answer.text),
            Broken: () => errorBar(t(answer.status === 0 ? "unreachable" : "broken")),
            SignIn: () => signInBar(answer.text, answer.url, (code) =>
                this.answer(api.signIn({ ...this.address(), pending: answer.pending, code }))),
        }[answer.kind]();
        this.foot.replaceChildren(...(bar instanceof Node ? [bar] : []));
        this.foot.scrollIntoView({ block: "nearest" });
    }

    again() {
        api.deliverAgain(this.address()).catch(() => undefined);
    }

    menu() {
        const entries = [];
        if (this.commonCard()?.refresh?.action) {
            entries.push({ text: t("refreshCard"), run: () => this.answer(api.refresh({ ...this.address(), trigger: "manual" })) });
        }
        if (this.post.from !== "slipway") entries.push({ text: t("again"), run: () => this.again() });
        if (this.reply) entries.push({ text: t("replyHere"), run: this.reply });
        entries.push({ text: t("copyLink"), run: () => navigator.clipboard?.writeText(this.post.id) });
        return entries;
    }
}
