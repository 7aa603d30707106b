package io.slipway.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the sandbox listens and keeps its state. Everything listens on 127.0.0.1; a port of 0 means any free one, which
 * is what tests use.
 *
 * @param state folder for Git repositories and what must outlive a restart
 * @param bot the address that Teams delivers activities to, such as {@code http://127.0.0.1:3978/api/messages}
 */
public record SandboxSettings(
        Path state,
        URI bot,
        int teams,
        int azureDevOps,
        int dev,
        int test,
        int prod,
        int monitor,
        int entra,
        Pace pace) {

    /**
     * How long things take by the clock of the world.
     *
     * @param task a usual task of a pipeline
     * @param importing the import of a solution
     */
    public record Pace(Duration task, Duration importing) {

        /** Long enough to watch, short enough not to wait. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(4), Duration.ofSeconds(12));
    }

    /** The fixed addresses of the README. */
    public static SandboxSettings standard(Path state) {
        return new SandboxSettings(
                state,
                URI.create("http://127.0.0.1:3978/api/messages"),
                3979,
                3980,
                3981,
                3982,
                3983,
                3984,
                3985,
                Pace.USUAL);
    }

    /** The same at another pace. */
    public SandboxSettings at(Pace other) {
        return new SandboxSettings(state, bot, teams, azureDevOps, dev, test, prod, monitor, entra, other);
    }

    /** Any free ports, for tests that run side by side. */
    public static SandboxSettings anyPorts(Path state, URI bot) {
        return new SandboxSettings(state, bot, 0, 0, 0, 0, 0, 0, 0, Pace.USUAL);
    }
}
