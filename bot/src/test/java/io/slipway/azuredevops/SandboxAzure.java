package io.slipway.azuredevops;

import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.alm.Solution;
import io.slipway.http.Http;
import io.slipway.http.HttpProperties;
import io.slipway.ports.Access;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.azuredevops.AzureDevOpsCloud;
import io.slipway.sandbox.azuredevops.AzureDevOpsContent;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The imitated Azure DevOps, on a clock that only the test turns, with tokens for everybody. */
final class SandboxAzure implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";
    final World world = new World(new SandboxClock(() -> START));
    final AzureDevOpsCloud cloud;
    private final AccessTokens issued;

    SandboxAzure(Path state) {
        Tokens tokens = new Tokens(SigningKeys.in(state).tenant(), world.clock()::wall);
        issued = new AccessTokens(tokens, world);
        cloud = AzureDevOpsCloud.start(
                world,
                tokens,
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:9/")),
                new AzureDevOpsContent(
                        Map.of("test", URI.create("http://127.0.0.1:9"), "prod", URI.create("http://127.0.0.1:9")),
                        Map.of("1.4.0.12", new byte[] {1}, "1.4.0.13", new byte[] {2}),
                        Map.of(),
                        Duration.ofSeconds(4)));
    }

    Project project() {
        return new Project(URI.create(cloud.address().toString().replaceAll("/$", "") + "/contoso"), "Expenses");
    }

    Solution solution() {
        return new Solution(
                "Expenses", "Expenses", project(), "expenses-build", "expenses-deploy", List.of("test", "prod"));
    }

    AzureDevOpsProperties settings() {
        return settings(URI.create("http://127.0.0.1:9/bot"));
    }

    AzureDevOpsProperties settings(URI callback) {
        return new AzureDevOpsProperties(
                cloud.address(),
                AzureDevOpsProperties.RESOURCE,
                callback,
                "a-secret-of-the-hooks",
                "build",
                "slipwayRequest",
                "refs/heads/main");
    }

    AzureDevOps azure() {
        return new AzureDevOps(
                Http.of(HttpProperties.usual(), world.clock()), new Everybody(), settings(), world.clock());
    }

    Person person(String alias) {
        Human human = world.human(alias).orElseThrow();
        return new Person(human.objectId(), human.name(), human.teamsId());
    }

    void turn(int seconds) {
        world.clock().turn(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        cloud.close();
    }

    private final class Everybody implements Access {
        @Override
        public String service(String scope) {
            return issued.ofService(RESOURCE);
        }

        @Override
        public String person(Person person, String scope) {
            return issued.ofPerson(world.human(person.id()).orElseThrow(), RESOURCE, "user_impersonation");
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
