package io.slipway.packager.cli;

import io.slipway.packager.Warning;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common: how much they say, and whether warnings count. */
final class Talk {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but refusals.")
    private boolean quiet;

    @Option(names = "--strict", description = "End with code 3 when there were warnings.")
    private boolean strict;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** A step begins; shown only where a person looks on. */
    void begin(String step) {
        if (!quiet && System.console() != null) {
            err().println(step + " …");
        }
    }

    void say(String line) {
        if (!quiet) {
            out().println(line);
        }
    }

    /** Shows the warnings and gives the exit code. */
    int end(List<Warning> warnings) {
        if (!quiet) {
            warnings.forEach(warning -> err().println("warning: " + warning));
        }
        return strict && !warnings.isEmpty() ? PackagerCommand.INCOMPLETE : 0;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
