import MarkdownIt from "markdown-it";

// HTML in a message stays text: nothing a bot or a person writes becomes markup of the page.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

const openLink = markdown.renderer.rules.link_open ?? ((tokens, i, options, env, self) => self.renderToken(tokens, i, options));
markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
    tokens[i].attrSet("target", "_blank");
    tokens[i].attrSet("rel", "noopener noreferrer");
    return openLink(tokens, i, options, env, self);
};

function mentions(html) {
    return html.replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
}

export function markdownHtml(text) {
    return mentions(markdown.render(text));
}

export function plainHtml(text) {
    const escaped = text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
    return mentions(escaped).replace(/\n/g, "<br>");
}
