package io.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainSettingsTest {

    @TempDir
    Path folder;

    @Test
    void without_settings_it_listens_on_the_addresses_of_the_readme() {
        MainSettings settings = MainSettings.read(Map.of(), List.of());

        assertThat(settings.sandbox())
                .isEqualTo(SandboxSettings.standard(Path.of(".slipway").toAbsolutePath()));
    }

    @Test
    void each_address_is_a_setting() {
        MainSettings settings = MainSettings.read(
                Map.of("SLIPWAY_SANDBOX_PROD_PORT", "5083", "SLIPWAY_SANDBOX_BOT_PORT", "5078"), List.of());

        assertThat(settings.sandbox().prod()).isEqualTo(5083);
        assertThat(settings.sandbox().bot()).hasToString("http://127.0.0.1:5078/api/messages");
    }

    @Test
    void a_wrong_port_is_named() {
        assertThatThrownBy(() -> MainSettings.read(Map.of("SLIPWAY_SANDBOX_DEV_PORT", "many"), List.of()))
                .hasMessageContaining("SLIPWAY_SANDBOX_DEV_PORT is 'many'");
        assertThatThrownBy(() -> MainSettings.read(Map.of(), List.of("--frsh"))).hasMessageContaining("Usage");
    }

    @Test
    void a_fresh_start_empties_the_state_and_no_other_folder() throws Exception {
        Path state =
                Files.createDirectories(folder.resolve("state/dataverse-dev")).getParent();
        Files.writeString(state.resolve("signing-keys.json"), "{}");
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "years of work");

        MainSettings.read(Map.of("SLIPWAY_SANDBOX_STATE", state.toString()), List.of("--fresh"));

        assertThat(state).doesNotExist();
        assertThatThrownBy(() ->
                        MainSettings.read(Map.of("SLIPWAY_SANDBOX_STATE", precious.toString()), List.of("--fresh")))
                .hasMessageContaining("does not look like");
        assertThat(precious.resolve("thesis.txt")).exists();
    }
}
