package io.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.sandbox.http.PortTakenException;
import io.slipway.sandbox.world.World;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final URI BOT = URI.create("http://127.0.0.1:1/api/messages");

    @TempDir
    Path state;

    @Test
    void tokens_outlive_a_restart() {
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

    @Test
    void each_environment_begins_with_its_version() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.anyPorts(state, BOT))) {
            assertThat(sandbox.versions()).isEqualTo(Map.of("dev", "1.4.0.14", "test", "1.4.0.12", "prod", "1.4.0.11"));
        }
    }

    @Test
    void a_taken_port_is_named_and_nothing_stays_behind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Sandbox.start(
                            new SandboxSettings(state, BOT, port, 0, 0, 0, 0, 0, 0, SandboxSettings.Pace.USUAL)))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + port + " is taken");
        }
    }
}
