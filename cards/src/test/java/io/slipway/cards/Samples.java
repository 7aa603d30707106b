package io.slipway.cards;

import java.util.Map;
import java.util.TreeMap;

/** All samples by name, which is also the name of the file in {@code cards/samples}. */
final class Samples {
    private Samples() {}

    static Map<String, Face> all() {
        Map<String, Face> all = new TreeMap<>();
        all.putAll(RunSamples.all());
        all.putAll(ApprovalSamples.all());
        all.putAll(StatusSamples.all());
        all.putAll(TalkSamples.all());
        return all;
    }
}
