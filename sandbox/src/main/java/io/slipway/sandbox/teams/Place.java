package io.slipway.sandbox.teams;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a conversation id of the connector points to.
 *
 * @param thread id of the message that began the thread, empty for the room itself
 */
record Place(Room room, String thread) {

    private static final Pattern ID = Pattern.compile("((?:19|a):[^;]+)(?:;messageid=(\\d+))?");

    /**
     * Finds the room, in the order of refusals of the real service.
     *
     * @throws ConnectorProblem when the id is malformed or unknown, or Slipway is not there any more
     */
    static Place of(String conversationId, ChatLog log) {
        Matcher id = ID.matcher(conversationId);
        if (!id.matches()) {
            throw ConnectorProblem.badSyntax("Bad format of conversation ID");
        }
        Room room = log.room(id.group(1)).orElseThrow(ConnectorProblem::noConversation);
        String thread = id.group(2) == null ? "" : id.group(2);
        if (!thread.isEmpty() && (!room.channel() || log.find(room.id(), thread).isEmpty())) {
            throw ConnectorProblem.noConversation();
        }
        if (!log.hasSlipway(room.id())) {
            throw new ConnectorProblem(
                    403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }
        return new Place(room, thread);
    }
}
