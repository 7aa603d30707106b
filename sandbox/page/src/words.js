const EN = {
    chat: "Chat", teams: "Teams", channels: "Channels", chats: "Chats", people: "Act as",
    startPost: "Start a post, @ mentions Slipway", writeTo: "Type a message", replyHere: "Reply", send: "Send",
    edited: "Edited", deleted: "This message has been deleted.", failed: "Failed to send", retry: "Try again",
    sending: "Sending…", refreshCard: "Refresh card", copyLink: "Copy message id", more: "More options",
    typing: "Slipway is typing…", broken: "Something went wrong. Please try again.",
    unreachable: "Unable to reach app. Please try again.", sent: "Your response was sent to the app",
    signIn: "Sign in", signInWanted: "Slipway needs you to sign in.", code: "Code from the sign-in page", enter: "Continue",
    popup: "Sign in in the window that opened. If it shows a code, type it here.",
    hood: "Under the hood", activities: "Activities", clock: "Clock", versions: "Versions", troubles: "Troubles",
    turn: "Turn the clock forward", now: "Time in the sandbox", noVersions: "No environment has told its versions.",
    reload: "Ask again", theme: "Light or dark", language: "Language", back: "Back", close: "Close", prompts: "Commands",
    empty: "Nothing here yet", emptyHint: "Write “help” to see what Slipway can do.",
    emptyChannel: "Write “@Slipway help” to see what it can do.", unread: "unread", today: "Today",
    older: "{0} earlier replies", offline: "The sandbox does not answer. Trying again…", toBot: "to the bot",
    fromBot: "from the bot", throttle: "Next 3 requests of the bot: 429", gateway: "Next 3 requests of the bot: 502", failImport: "Next import into test fails",
    silentOff: "{0} has to sign in by hand", silentOn: "{0} is signed in silently", clear: "No more troubles",
    again: "Deliver again", done: "Done", app: "App", general: "General", releases: "Releases", clearList: "Clear",
};

const DE = {
    chat: "Chat", teams: "Teams", channels: "Kanäle", chats: "Chats", people: "Handeln als",
    startPost: "Beitrag beginnen, @ erwähnt Slipway", writeTo: "Nachricht eingeben", replyHere: "Antworten", send: "Senden",
    edited: "Bearbeitet", deleted: "Diese Nachricht wurde gelöscht.", failed: "Nicht gesendet", retry: "Erneut versuchen",
    sending: "Wird gesendet…", refreshCard: "Karte aktualisieren", copyLink: "Nachrichten-ID kopieren", more: "Weitere Optionen",
    typing: "Slipway schreibt…", broken: "Etwas ist schiefgegangen. Versuchen Sie es erneut.",
    unreachable: "Die App ist nicht erreichbar. Versuchen Sie es erneut.", sent: "Ihre Antwort wurde an die App gesendet",
    signIn: "Anmelden", signInWanted: "Slipway braucht Ihre Anmeldung.", code: "Code von der Anmeldeseite", enter: "Weiter",
    popup: "Melden Sie sich im geöffneten Fenster an. Zeigt es einen Code, geben Sie ihn hier ein.",
    hood: "Unter der Haube", activities: "Aktivitäten", clock: "Uhr", versions: "Versionen", troubles: "Störungen",
    turn: "Uhr vorstellen", now: "Zeit in der Sandbox", noVersions: "Keine Umgebung hat ihre Versionen genannt.",
    reload: "Erneut fragen", theme: "Hell oder dunkel", language: "Sprache", back: "Zurück", close: "Schließen", prompts: "Befehle",
    empty: "Noch nichts hier", emptyHint: "Schreiben Sie „help“, um zu sehen, was Slipway kann.",
    emptyChannel: "Schreiben Sie „@Slipway help“, um zu sehen, was es kann.", unread: "ungelesen", today: "Heute",
    older: "{0} frühere Antworten", offline: "Die Sandbox antwortet nicht. Neuer Versuch…", toBot: "zum Bot",
    fromBot: "vom Bot", throttle: "Nächste 3 Anfragen des Bots: 429", gateway: "Nächste 3 Anfragen des Bots: 502", failImport: "Nächster Import in test schlägt fehl",
    silentOff: "{0} muss sich von Hand anmelden", silentOn: "{0} wird still angemeldet", clear: "Keine Störungen mehr",
    again: "Noch einmal zustellen", done: "Erledigt", app: "App", general: "Allgemein", releases: "Releases", clearList: "Leeren",
};

let words = EN;

export function speak(locale) {
    words = locale.startsWith("de") ? DE : EN;
    document.documentElement.lang = locale;
}

export function t(key, ...args) {
    return args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), words[key] ?? key);
}
