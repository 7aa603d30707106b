package io.slipway.deploy;

import io.slipway.alm.Run;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.ports.Reply;
import io.slipway.runs.RunCards;
import java.util.List;
import java.util.Optional;

/** {@code rerun}: runs the failed jobs of the newest failed run here again, or of the one with this number. */
final class RerunCommand implements Command {

    private final Shown shown;
    private final Rerun rerun;

    RerunCommand(Shown shown, Rerun rerun) {
        this.shown = shown;
        this.rerun = rerun;
    }

    @Override
    public String name() {
        return "rerun";
    }

    @Override
    public String synopsis() {
        return "rerun [<run>]";
    }

    @Override
    public String purpose() {
        return "Runs the failed jobs of the newest failed run in this conversation again, or of the run with this number.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("rerun", "Reruns what failed in the newest failed run shown here."),
                new Example("rerun 4711", "Reruns what failed in run 4711."));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply handle(Ask ask) {
        Optional<Run> run = shown.meant(ask, RunCards::rerunnable);
        return new Reply.Say(run.map(one -> rerun.rerun(one, new Rerun.By(ask.from(), ask.room(), ask.key())))
                .orElse("No failed run is shown in this conversation. Say which one, as in `rerun 4711`."));
    }
}
