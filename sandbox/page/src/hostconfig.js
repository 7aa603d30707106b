const LIGHT = {
    text: "#242424", subtle: "#616161", accent: "#5b5fc7", good: "#0e7a0d", warning: "#8a5a00", attention: "#c4314b",
    line: "#e0e0e0",
    back: { default: "#ffffff", emphasis: "#f3f2f4", good: "#e7f2da", warning: "#fbf3dc", attention: "#fcf0f2", accent: "#eef0fb" },
};
const DARK = {
    text: "#ffffff", subtle: "#adadad", accent: "#9299f7", good: "#92c353", warning: "#f2c661", attention: "#f9526b",
    line: "#484848",
    back: { default: "#292929", emphasis: "#343434", good: "#21301a", warning: "#3a2f12", attention: "#3d2127", accent: "#2b2d4a" },
};

function foreground(c) {
    const pair = (color) => ({ default: color, subtle: color === c.text ? c.subtle : color });
    return {
        default: pair(c.text), dark: pair(c.text), light: pair(c.subtle), accent: pair(c.accent),
        good: pair(c.good), warning: pair(c.warning), attention: pair(c.attention),
    };
}

/** Microsoft's own sizes for Teams, with the colours of the page's theme. */
export function hostConfig(theme) {
    const c = theme === "dark" ? DARK : LIGHT;
    const style = (name) => ({ backgroundColor: c.back[name], foregroundColors: foreground(c) });
    const fonts = {
        fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 300, default: 400, bolder: 600 },
    };
    return {
        fontTypes: {
            default: { ...fonts, fontFamily: "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', sans-serif" },
            monospace: { ...fonts, fontFamily: "ui-monospace, Consolas, 'Liberation Mono', monospace" },
        },
        lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
        spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
        separator: { lineThickness: 1, lineColor: c.line },
        imageSizes: { small: 32, medium: 52, large: 100 },
        supportsInteractivity: true,
        containerStyles: Object.fromEntries(Object.keys(c.back).map((name) => [name, style(name)])),
        actions: {
            maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
            showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
        },
        adaptiveCard: { allowCustomStyle: false },
        imageSet: { imageSize: "medium", maxImageHeight: 100 },
        factSet: {
            title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16,
        },
        inputs: {
            label: {
                inputSpacing: "small",
                requiredInputs: { suffix: " *", suffixColor: "attention", weight: "bolder" },
                optionalInputs: { weight: "bolder" },
            },
            errorMessage: { color: "attention", size: "small" },
        },
        textStyles: { heading: { weight: "bolder", size: "large" }, columnHeader: { weight: "bolder" } },
    };
}
