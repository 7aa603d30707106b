/** Talks with the sandbox. A refusal becomes an Error with the sandbox's words. */
async function call(method, path, body) {
    const response = await fetch(`sandbox/${path}`, {
        method,
        headers: body ? { "Content-Type": "application/json" } : {},
        body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    const json = text ? JSON.parse(text) : null;
    if (!response.ok) throw new Error(json?.message ?? `${response.status}`);
    return json;
}

export const api = {
    state: () => call("GET", "state"),
    say: (message) => call("POST", "messages", message),
    click: (click) => call("POST", "clicks", click),
    refresh: (refresh) => call("POST", "refreshes", refresh),
    signIn: (signIn) => call("POST", "sign-ins", signIn),
    deliverAgain: (message) => call("POST", "deliveries", message),
    add: (member) => call("POST", "members", member),
    locale: (locale) => call("POST", "locales", locale),
    fault: (fault) => call("POST", "faults", fault),
    noFaults: () => call("DELETE", "faults"),
    traffic: () => call("GET", "traffic"),
    versions: () => call("GET", "versions"),
    turn: (by) => call("POST", "clock", { by }),
};
