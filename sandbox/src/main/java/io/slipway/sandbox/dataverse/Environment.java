package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.Faults;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One environment: its rows, its files, its people. One thing happens in it at a time. */
final class Environment {

    private final String name;
    private final World world;
    private final Path folder;
    private final Rows rows;
    private final ReentrantLock lock = new ReentrantLock();

    Environment(String name, World world, Path state) {
        this.name = name;
        this.world = world;
        this.folder = state.resolve("dataverse-" + name);
        this.rows = new Rows(folder.resolve("rows.json"), world.clock()::instant);
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    Rows rows() {
        return rows;
    }

    Faults faults() {
        return world.faults(name);
    }

    SandboxClock clock() {
        return world.clock();
    }

    String now() {
        return Rows.time(clock().instant());
    }

    Instant instant() {
        return clock().instant();
    }

    /** Does something alone, and keeps what it changed. */
    <T> T alone(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void change(Runnable action) {
        alone(() -> {
            action.run();
            rows.save();
            return Boolean.TRUE;
        });
    }

    /** The row of whoever has this Entra object id, if they belong to this environment. */
    Optional<Map<String, @Nullable Object>> user(String objectId) {
        return rows.first("systemusers", "azureactivedirectoryobjectid", objectId);
    }

    /** Makers build in dev and only look elsewhere. */
    boolean mayCustomize(String objectId) {
        return name.equals("dev")
                || world.human(objectId).filter(h -> h.role().equals("Maker")).isEmpty();
    }

    String organizationId() {
        return id("organization").toString();
    }

    String businessUnitId() {
        return id("businessunit").toString();
    }

    void addPeople() {
        rows.put("organizations", Json.object("organizationid", organizationId(), "name", "contoso-" + name));
        rows.put("businessunits", Json.object("businessunitid", businessUnitId(), "name", "contoso-" + name));
        for (Human human : world.humans()) {
            addUser(human.objectId(), human.name(), human.mail(), null);
        }
        addUser(World.BOT_PRINCIPAL, "# Slipway", "slipway@contoso.example", World.BOT_APP_ID);
        addUser(World.PIPELINES_PRINCIPAL, "# Expenses pipelines", "pipelines@contoso.example", World.PIPELINES_APP_ID);
    }

    private void addUser(String objectId, String fullName, String mail, @Nullable String applicationId) {
        rows.put(
                "systemusers",
                Json.object(
                        "systemuserid", id(objectId).toString(),
                        "fullname", fullName,
                        "internalemailaddress", mail,
                        "domainname", mail,
                        "azureactivedirectoryobjectid", objectId,
                        "applicationid", applicationId,
                        "isdisabled", false,
                        "accessmode", applicationId == null ? 0 : 4,
                        "_businessunitid_value", businessUnitId()));
    }

    UUID id(String of) {
        return UUID.nameUUIDFromBytes((name + "/" + of).getBytes(StandardCharsets.UTF_8));
    }

    void store(String file, byte[] content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
    }

    Optional<byte[]> stored(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
