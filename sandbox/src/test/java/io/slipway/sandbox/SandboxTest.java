package io.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final URI BOT = URI.create("http://127.0.0.1:1/api/messages");

    @TempDir
    Path state;

    @Test
    void tokens_outlive_a_restart() throws Exception {
        String token;
        try (Sandbox first = Sandbox.start(SandboxSettings.anyPorts(state, BOT))) {
            token = first.accessTokens().ofService("https://api.botframework.com");
        }

        try (Sandbox second = Sandbox.start(SandboxSettings.anyPorts(state, BOT))) {
            assertThat(second.tokens().check("Bearer " + token, "https://api.botframework.com"))
                    .hasValueSatisfying(caller -> {
                        assertThat(caller.service()).isTrue();
                        assertThat(caller.objectId()).isEqualTo(World.BOT_PRINCIPAL);
                    });
        }
    }
}
