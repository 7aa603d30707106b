package io.slipway.pretend;

import io.slipway.alm.Catalog;
import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import io.slipway.ports.Room;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who and what the tests of rules speak of. */
public final class People {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    public static final Person MIA = new Person("id-mia", "Mia Lindqvist", "29:mia");
    public static final Person JONAS = new Person("id-jonas", "Jonas Weber", "29:jonas");
    public static final Person RITA = new Person("id-rita", "Rita Okafor", "29:rita");
    public static final Person OMAR = new Person("id-omar", "Omar Haddad", "29:omar");

    public static final Project PROJECT = new Project(URI.create("https://dev.azure.com/contoso"), "Expenses");
    public static final Target TEST = new Target("test", "Test", URI.create("https://test.example"), "test");
    public static final Target PROD = new Target("prod", "Production", URI.create("https://prod.example"), "prod");
    public static final Solution EXPENSES =
            new Solution("Expenses", "Expenses", PROJECT, "expenses-build", "expenses-deploy", List.of("test", "prod"));
    public static final Catalog CATALOG = new Catalog(List.of(EXPENSES), List.of(TEST, PROD));

    public static final Room GENERAL = channel("19:general");
    public static final Room RELEASES = channel("19:releases");
    public static final Room PERSONAL = new Room(
            "a:mia",
            Room.Kind.PERSONAL,
            URI.create("https://smba.example/"),
            "tenant",
            Optional.empty(),
            Optional.empty());

    private People() {}

    private static Room channel(String id) {
        return new Room(
                id + ";messageid=1",
                Room.Kind.CHANNEL,
                URI.create("https://smba.example/"),
                "tenant",
                Optional.of(id),
                Optional.of("team"));
    }

    /** A version that is one. */
    public static SolutionVersion version(String text) {
        return SolutionVersion.parse(text).orElseThrow();
    }
}
