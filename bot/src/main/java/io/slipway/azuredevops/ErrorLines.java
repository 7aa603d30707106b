package io.slipway.azuredevops;

import io.slipway.alm.Failure;
import io.slipway.alm.Problem;
import io.slipway.alm.RunRef;
import io.slipway.http.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the line that says why a task failed, fit to be shown: without time stamp, marker and secrets. */
final class ErrorLines {

    private static final int LONGEST = 400;
    private static final int LOG_LINES = 5000;
    private static final Pattern STAMP = Pattern.compile("^\\uFEFF?\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\s*");
    private static final Pattern MARKER = Pattern.compile("^##(?:\\[error]|vso\\[task\\.logissue type=error[^]]*])");
    private static final Pattern ERROR = Pattern.compile("(?i)\\berror\\b");

    private final AzureDevOps azure;

    ErrorLines(AzureDevOps azure) {
        this.azure = azure;
    }

    Failure explain(RunRef run, Timeline.Entry culprit) {
        String line = culprit.firstIssue("error")
                .or(() -> culprit.log() == null ? Optional.empty() : fromLog(run, culprit.log()))
                .or(() -> culprit.firstIssue("warning"))
                .orElse("It says no more; its log may.");
        return new Failure(culprit.name() == null ? "" : culprit.name(), tidy(line));
    }

    private Optional<String> fromLog(RunRef run, Timeline.LogRef log) {
        try {
            String text = azure.read(AzureDevOps.in(
                                    run.project(),
                                    "build",
                                    "builds",
                                    Integer.toString(run.id()),
                                    "logs",
                                    Integer.toString(log.id()))
                            .query("startLine", 1)
                            .query("endLine", LOG_LINES))
                    .header("Accept", "text/plain")
                    .text();
            return first(text);
        } catch (Problem.Refused | Problem.Broken e) {
            // The log may have been tidied away or be too long; the run itself is worth showing without it.
            return Optional.empty();
        }
    }

    /** The first line marked as an error, else the first that speaks of one. */
    static Optional<String> first(String log) {
        List<String> lines = log.lines()
                .map(line -> STAMP.matcher(line).replaceFirst(""))
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream()
                .filter(line -> MARKER.matcher(line).find())
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> ERROR.matcher(line).find())
                        .findFirst());
    }

    static String tidy(String message) {
        String line = message.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        String plain = MARKER.matcher(STAMP.matcher(line).replaceFirst("")).replaceFirst("");
        String clean = Redaction.of(plain.strip());
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
