package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Makes the number of a run from the format that its YAML names. */
final class RunNumbers {

    private static final String REVISION = "$(Rev:r)";

    private final Estate estate;

    RunNumbers(Estate estate) {
        this.estate = estate;
    }

    void number(BuildRun run, String format) {
        String text = format.replace("$(Date:yyyyMMdd)", day(estate.now()));
        if (!text.contains(REVISION)) {
            run.number = text;
            return;
        }
        String before = text.substring(0, text.indexOf(REVISION));
        int last = estate.runs.values().stream()
                .filter(r -> r.pipeline == run.pipeline && r.number.startsWith(before))
                .mapToInt(r -> r.revision)
                .max()
                .orElse(0);
        run.revision = last + 1;
        run.number = text.replace(REVISION, String.valueOf(run.revision));
    }

    private static String day(Instant now) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                now.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
