package io.slipway.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who works in the imitated company, under which ids the clouds know it, and what time it is there. */
public final class World {

    public static final String TENANT = "5c0a7d6e-1d0f-4b53-9c5e-0b6f2f7f3a10";
    public static final String BOT_APP_ID = "7b1f4a52-6a0d-4f0e-8f57-3d5a1c9e2b44";
    public static final String BOT_SECRET = "sandbox-secret-of-slipway";
    /** Object id of Slipway's service principal. */
    public static final String BOT_PRINCIPAL = "c4a0e7e8-2f5d-4d0b-9d55-6f3a8be01c77";

    /** The application that the pipelines' service connections act as in each environment. */
    public static final String PIPELINES_APP_ID = "2f6d0b6a-4c1e-4d0e-9b3a-8e1d5c7f9a21";
    /** Object id of that application's service principal. */
    public static final String PIPELINES_PRINCIPAL = "d91e7c54-7a8b-4c3d-8f20-1b6e4a9c0d33";

    private static final List<Human> HUMANS = List.of(
            new Human("mia", "11111111-aaaa-4aaa-8aaa-000000000001", "Mia Berger", "mia@contoso.example", "Maker"),
            new Human("jonas", "11111111-aaaa-4aaa-8aaa-000000000002", "Jonas Weber", "jonas@contoso.example", "Maker"),
            new Human(
                    "rita",
                    "11111111-aaaa-4aaa-8aaa-000000000003",
                    "Rita Okafor",
                    "rita@contoso.example",
                    "Release manager"),
            new Human(
                    "omar", "11111111-aaaa-4aaa-8aaa-000000000004", "Omar Haddad", "omar@contoso.example", "Operator"));

    private final SandboxClock clock;
    private final Exchanges exchanges = new Exchanges();
    private final SignInRules signIns = new SignInRules();
    private final Map<String, Faults> faults = new ConcurrentHashMap<>();
    private final Set<String> resources = ConcurrentHashMap.newKeySet();

    /** A world with its usual people, at this time. */
    public World(SandboxClock clock) {
        this.clock = clock;
    }

    public SandboxClock clock() {
        return clock;
    }

    /** What stands in the way of a silent sign-in. */
    public SignInRules signIns() {
        return signIns;
    }

    /** What goes wrong in an environment or cloud, by its name, such as {@code prod}. */
    public Faults faults(String name) {
        return faults.computeIfAbsent(name, n -> new Faults());
    }

    /** Makes Entra give tokens for this resource, such as the address of a Dataverse environment. */
    public void register(String resource) {
        resources.add(resource);
    }

    /** True for a resource that somebody registered. */
    public boolean knows(String resource) {
        return resources.contains(resource);
    }

    /** Who looks on at the requests that reach the clouds. */
    public Exchanges exchanges() {
        return exchanges;
    }

    public List<Human> humans() {
        return HUMANS;
    }

    /** Somebody by alias, object id, Teams id or sign-in address. */
    public Optional<Human> human(String key) {
        return HUMANS.stream()
                .filter(h -> h.alias().equals(key)
                        || h.objectId().equals(key)
                        || h.teamsId().equals(key)
                        || h.mail().equalsIgnoreCase(key))
                .findFirst();
    }
}
