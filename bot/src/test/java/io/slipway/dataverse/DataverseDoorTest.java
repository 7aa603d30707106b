package io.slipway.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import io.slipway.http.Http;
import io.slipway.http.HttpProperties;
import io.slipway.ports.Access;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.world.SandboxClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our view of the environments against a Dataverse that checks tokens and queries. */
class DataverseDoorTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private Sandbox sandbox;

    @BeforeEach
    void start(@TempDir Path state) {
        sandbox = Sandbox.start(
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:9/")), new SandboxClock(() -> START));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void each_environment_tells_what_is_in_it() {
        DataverseEnvironments environments = environments(this::token);

        assertThat(environments.installed(target("dev"), "Expenses")).hasValueSatisfying(found -> {
            assertThat(found.version()).isEqualTo(version("1.4.0.14"));
            assertThat(found.managed()).isFalse();
        });
        assertThat(environments.installed(target("test"), "Expenses")).hasValueSatisfying(found -> {
            assertThat(found.version()).isEqualTo(version("1.4.0.12"));
            assertThat(found.managed()).isTrue();
            assertThat(found.installed()).isAfter(Instant.EPOCH);
        });
        assertThat(environments.installed(target("prod"), "Expenses"))
                .map(found -> found.version())
                .contains(version("1.4.0.11"));
    }

    @Test
    void what_is_not_there_is_nothing_and_no_name_escapes_its_quotes() {
        DataverseEnvironments environments = environments(this::token);

        assertThat(environments.installed(target("test"), "Travel")).isEmpty();
        assertThat(environments.installed(target("test"), "x' or uniquename ne '"))
                .isEmpty();
    }

    @Test
    void a_token_for_another_environment_opens_nothing() {
        DataverseEnvironments environments =
                environments(scope -> token(sandbox.environments().get("prod") + "/.default"));

        assertThatThrownBy(() -> environments.installed(target("test"), "Expenses"))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("Slipway's own identity");
    }

    private DataverseEnvironments environments(UnaryOperator<String> tokens) {
        return new DataverseEnvironments(
                Http.of(HttpProperties.usual(), sandbox.world().clock()),
                new ServiceOnly(tokens),
                new DataverseProperties("v9.2"));
    }

    private String token(String scope) {
        return sandbox.accessTokens().ofService(scope.replace("/.default", ""));
    }

    private Target target(String name) {
        URI address = URI.create(sandbox.environments().get(name).toString().replaceAll("/$", ""));
        return new Target(name, name, address, name);
    }

    private static SolutionVersion version(String text) {
        return SolutionVersion.parse(text).orElseThrow();
    }

    /** Reads go on the service's token; asking for a person's would be a fault. */
    private record ServiceOnly(UnaryOperator<String> tokens) implements Access {
        @Override
        public String service(String scope) {
            return tokens.apply(scope);
        }

        @Override
        public String person(Person person, String scope) {
            throw new IllegalStateException("nobody's token is needed to look");
        }

        @Override
        public void forget(Person person) {}

        @Override
        public void signedIn(Person person, String assertion) {}

        @Override
        public URI signInPage(String state) {
            return URI.create("https://login.example/");
        }

        @Override
        public String redeem(String code, String state) {
            return "";
        }
    }
}
