import { h } from "./dom.js";

const COLORS = ["#5b5fc7", "#13a10e", "#e3a21a", "#c4314b", "#00a2ad", "#8764b8"];
const NAMED = {
    good: "#13a10e", warning: "#e3a21a", attention: "#c4314b", neutral: "#8a8886",
    categoricalblue: "#5b5fc7", categoricalgreen: "#13a10e", categoricalred: "#c4314b", categoricalmarigold: "#e3a21a",
    categoricalteal: "#00a2ad", categoricalpurple: "#8764b8", divergingred: "#c4314b", divergingblue: "#5b5fc7",
};

function color(point, i) {
    return NAMED[String(point.color ?? "").toLowerCase()] ?? COLORS[i % COLORS.length];
}

function svg(tag, attributes, text) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
}

function donut(data, hole) {
    const total = data.reduce((sum, point) => sum + point.value, 0) || 1;
    const picture = svg("svg", { viewBox: "0 0 42 42", class: "donut" });
    let begun = 25;
    data.forEach((point, i) => {
        const share = (100 * point.value) / total;
        picture.append(svg("circle", {
            cx: 21, cy: 21, r: hole ? 15.9 : 8, fill: "none", stroke: color(point, i), "stroke-width": hole ? 6 : 16,
            "stroke-dasharray": `${share} ${100 - share}`, "stroke-dashoffset": begun, pathLength: 100,
        }));
        begun -= share;
    });
    if (hole) picture.append(svg("text", { x: 21, y: 23.5, "text-anchor": "middle", class: "total" }, Math.round(total * 100) / 100));
    return picture;
}

function bars(data) {
    const most = Math.max(1e-9, ...data.map((point) => point.y));
    const width = 300 / data.length;
    const picture = svg("svg", { viewBox: "0 0 300 130", class: "plot" });
    data.forEach((point, i) => {
        const height = (90 * point.y) / most;
        const x = i * width;
        picture.append(
            svg("rect", { x: x + width * 0.15, y: 105 - height, width: width * 0.7, height, rx: 2, fill: color(point, i) }),
            svg("text", { x: x + width / 2, y: 100 - height, "text-anchor": "middle" }, point.y),
            svg("text", { x: x + width / 2, y: 120, "text-anchor": "middle" }, String(point.x).slice(0, 12)),
        );
    });
    return picture;
}

function lines(series) {
    const all = series.flatMap((line) => line.values);
    const most = Math.max(1e-9, ...all.map((point) => point.y));
    const longest = Math.max(...series.map((line) => line.values.length));
    const picture = svg("svg", { viewBox: "0 0 300 130", class: "plot" });
    [0, 0.5, 1].forEach((share) => {
        const y = 105 - 90 * share;
        picture.append(
            svg("line", { x1: 28, x2: 298, y1: y, y2: y, class: "grid" }),
            svg("text", { x: 24, y: y + 3, "text-anchor": "end" }, Math.round(most * share * 100) / 100));
    });
    series.forEach((line, i) => {
        const points = line.values.map((point, n) =>
            `${30 + (266 * n) / Math.max(1, longest - 1)},${105 - (90 * point.y) / most}`);
        picture.append(svg("polyline", { points: points.join(" "), fill: "none", stroke: color(line, i), "stroke-width": 2 }));
    });
    const first = series[0]?.values ?? [];
    if (first.length) {
        picture.append(
            svg("text", { x: 30, y: 122 }, first[0].x),
            svg("text", { x: 298, y: 122, "text-anchor": "end" }, first[first.length - 1].x));
    }
    return picture;
}

/** A simple drawing of the charts of Teams; numbers stand in the legend, so that colour is never the only carrier. */
export function chart(source) {
    const data = source.data ?? [];
    const kind = source.type.split(".")[1];
    const round = kind === "Donut" || kind === "Pie";
    const picture = round ? donut(data, kind === "Donut") : kind === "Line" ? lines(data) : bars(data);
    const named = round || kind === "Line";
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", `${source.title ?? kind}: ${data.map((point) => `${point.legend ?? point.x} ${point.value ?? point.y ?? ""}`).join(", ")}`);
    return h("figure", { class: "chart" },
        source.title ? h("figcaption", {}, source.title) : null,
        h("div", { class: "chart-row" }, picture,
            named ? h("ul", { class: "legend" }, data.map((point, i) =>
                h("li", {}, h("span", { style: `background:${color(point, i)}` }), `${point.legend ?? ""} ${round ? point.value : ""}`))) : null));
}
