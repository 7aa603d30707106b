package io.slipway.deploy;

import io.slipway.alm.Run;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.ports.Reply;
import java.util.List;
import java.util.Optional;

/** {@code cancel}: stops the newest run that goes on here, or the one with this number. */
final class CancelCommand implements Command {

    private final Shown shown;
    private final RunControl control;

    CancelCommand(Shown shown, RunControl control) {
        this.shown = shown;
        this.control = control;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public String synopsis() {
        return "cancel [<run>]";
    }

    @Override
    public String purpose() {
        return "Stops the run that goes on in this conversation, or the run with this number.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cancel", "Stops the newest run shown here."),
                new Example("cancel 4711", "Stops run 4711."));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply handle(Ask ask) {
        Optional<Run> run = shown.meant(ask, one -> !one.state().ended());
        return new Reply.Say(run.map(one -> control.cancel(one.ref(), ask.from(), ask.key()))
                .orElse("No run that goes on is shown in this conversation. Say which one, as in `cancel 4711`."));
    }
}
