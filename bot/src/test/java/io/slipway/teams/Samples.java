package io.slipway.teams;

/** Activities as Teams sends them. */
final class Samples {

    private static final String ENVELOPE = """
            "id":"%s","timestamp":"2026-11-23T10:00:00.123Z","localTimestamp":"2026-11-23T11:00:00.123+01:00",
            "localTimezone":"Europe/Vienna","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
            "locale":"en-US","from":{"id":"29:1rita","name":"Rita Okafor","aadObjectId":"11111111-aaaa-4aaa-8aaa-000000000003"},
            "recipient":{"id":"28:bot","name":"Slipway"},
            "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"5c0a7d6e-1d0f-4b53-9c5e-0b6f2f7f3a10",
            "id":"19:general@thread.tacv2;messageid=1763892000000"},
            "channelData":{"teamsChannelId":"19:general@thread.tacv2","teamsTeamId":"19:general@thread.tacv2",
            "channel":{"id":"19:general@thread.tacv2"},"team":{"id":"19:general@thread.tacv2"},
            "tenant":{"id":"5c0a7d6e-1d0f-4b53-9c5e-0b6f2f7f3a10"}},
            "entities":[{"mentioned":{"id":"28:bot","name":"Slipway"},"text":"<at>Slipway</at>","type":"mention"},
            {"locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Vienna","type":"clientInfo"}]
            """;

    private Samples() {}

    static String message(String id) {
        return "{\"type\":\"message\",\"text\":\"<at>Slipway</at> help\",\"textFormat\":\"plain\",\"attachments\":[{"
                + "\"contentType\":\"text/html\",\"content\":\"<p>help</p>\"}]," + ENVELOPE.formatted(id) + "}";
    }

    static String submit(String id) {
        return "{\"type\":\"message\",\"replyToId\":\"1763892000001\",\"value\":{\"verb\":\"old\",\"run\":8},"
                + ENVELOPE.formatted(id) + "}";
    }

    static String execute(String id) {
        return "{\"type\":\"invoke\",\"name\":\"adaptiveCard/action\",\"replyToId\":\"1763892000001\",\"value\":{"
                + "\"action\":{\"type\":\"Action.Execute\",\"title\":\"Go\",\"verb\":\"go\",\"data\":{\"run\":7,"
                + "\"note\":\"x\",\"deep\":{\"a\":[1]}}},\"trigger\":\"manual\"}," + ENVELOPE.formatted(id) + "}";
    }

    static String added(String id) {
        return "{\"type\":\"conversationUpdate\",\"membersAdded\":[{\"id\":\"28:bot\"}]," + ENVELOPE.formatted(id)
                + "}";
    }

    static String exchange(String id) {
        return "{\"type\":\"invoke\",\"name\":\"signin/tokenExchange\",\"value\":{\"id\":\"e1\",\"connectionName\":"
                + "\"slipway\",\"token\":\"abc\"}," + ENVELOPE.formatted(id) + "}";
    }
}
