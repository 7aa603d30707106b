package io.slipway.packager.cli;

import io.slipway.packager.PackagerException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The packager as a program, for pipelines and for people who do not want to write Java. */
@Command(
        name = "slipway-packager",
        mixinStandardHelpOptions = true,
        version = "slipway-packager 0.1.0",
        description = "Solution zip to source tree and back, and what changed between two of them.",
        subcommands = {
            UnpackCommand.class,
            PackCommand.class,
            InventoryCommand.class,
            DiffCommand.class,
            SettingsCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, perhaps with warnings",
            "1:refused; the message names file, component and remedy",
            "2:the command line is wrong",
            "3:done, but --strict and there were warnings, or values are missing for --check"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  unpack --zip Expenses.zip --managed-zip Expenses_managed.zip --folder src --type Both",
            "  pack --folder src --zip Expenses.zip --type Both",
            "  diff old.zip new.zip",
            "  inventory --json src"
        })
public final class PackagerCommand implements Runnable {

    static final int REFUSED = 1;
    static final int INCOMPLETE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs and ends the process with the documented code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs without ending the process. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new PackagerCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, result) -> refused(exception, command));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: unpack, pack, inventory, diff or settings.");
    }

    private static int refused(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof PackagerException refusal) {
            command.getErr().println(refusal.getMessage());
            return REFUSED;
        }
        throw exception;
    }
}
