package io.slipway.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.slipway.sandbox.http.PortTakenException;
import io.slipway.sandbox.world.World;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Runs the imitated clouds until somebody ends them. */
public final class SandboxMain {

    private static final String AZURE_DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798";

    private SandboxMain() {}

    /** Takes its settings from the environment and the arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        // A taken port is told in one line below.
        ((Logger) LoggerFactory.getLogger("io.javalin.Javalin")).setLevel(Level.OFF);
        CountDownLatch ended = new CountDownLatch(1);
        try {
            MainSettings settings = MainSettings.read(System.getenv(), List.of(arguments));
            Sandbox sandbox = Sandbox.start(settings.sandbox(), settings.commands());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                sandbox.close();
                ended.countDown();
            }));
            describe(sandbox, settings.sandbox(), System.out);
        } catch (PortTakenException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        ended.await();
    }

    private static void describe(Sandbox sandbox, SandboxSettings settings, PrintStream out) {
        out.println("Slipway sandbox");
        line(out, "Chat page", sandbox.teams().address() + "/");
        line(out, "Azure DevOps", sandbox.azureDevOps().address() + "/contoso");
        sandbox.environments().forEach((name, address) -> line(out, "Dataverse " + name, address.toString()));
        line(out, "Application Insights", sandbox.monitor().address().toString());
        line(out, "Entra", sandbox.entra() + "/" + World.TENANT);
        line(out, "Certificate to trust", sandbox.entraCertificate().toString());
        line(out, "Bot expected at", settings.bot().toString());
        line(out, "State", settings.state().toString());
        out.println("For testing by hand (both are Mia's, for Azure DevOps; the first ends after an hour):");
        String bearer = sandbox.world()
                .human("mia")
                .map(mia -> sandbox.accessTokens().ofPerson(mia, AZURE_DEVOPS, "user_impersonation"))
                .orElseThrow();
        line(out, "Authorization", "Bearer " + bearer);
        line(
                out,
                "Personal access token",
                sandbox.azureDevOps().personalAccessToken("mia") + " (any user name, Basic)");
        out.flush();
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-22s%s%n", name, value);
    }
}
