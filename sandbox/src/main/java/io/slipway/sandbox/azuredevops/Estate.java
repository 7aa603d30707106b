package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that exists in the organization, behind one lock. */
final class Estate {

    private static final Logger LOG = LoggerFactory.getLogger(Estate.class);

    final World world;
    final People people;
    final AzureDevOpsContent content;
    final Disk disk;
    final GitStore git;
    final TreeMap<Integer, BuildRun> runs = new TreeMap<>();
    final Map<String, Approval> approvals = new LinkedHashMap<>();
    final List<Check> checks = new ArrayList<>();
    final List<Deployment> deployments = new ArrayList<>();
    final List<Push> pushes = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private volatile URI address = URI.create("http://127.0.0.1");

    Estate(World world, AzureDevOpsContent content, Disk disk) {
        this.world = world;
        this.people = new People(world);
        this.content = content;
        this.disk = disk;
        this.git = GitStore.in(disk.folder("git").resolve(Names.REPOSITORY + ".git"));
        disk.loadAll("runs", BuildRun.class).forEach(run -> runs.put(run.id, run));
        disk.load("approvals.json", Approval[].class).ifPresent(all -> {
            for (Approval approval : all) {
                approvals.put(approval.id, approval);
            }
        });
        disk.load("checks.json", Check[].class).ifPresent(all -> checks.addAll(List.of(all)));
        disk.load("pushes.json", Push[].class).ifPresent(all -> pushes.addAll(List.of(all)));
        disk.load("subscriptions.json", Subscription[].class).ifPresent(all -> subscriptions.addAll(List.of(all)));
        disk.load("deployments.json", Deployment[].class).ifPresent(all -> deployments.addAll(List.of(all)));
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    /** Plans something for later, unless the cloud has been closed by then; it happens under the lock. */
    void later(Duration wait, Runnable action) {
        laterUnlocked(wait, () -> locked(action));
    }

    /** As {@link #later}, for what asks other clouds: it does not hold the lock meanwhile. */
    void laterUnlocked(Duration wait, Runnable action) {
        world.clock().after(wait.isNegative() ? Duration.ZERO : wait, () -> {
            if (closed) {
                return;
            }
            try {
                action.run();
            } catch (RuntimeException e) {
                // The clock goes on for the other clouds.
                LOG.error("what was planned in Azure DevOps failed", e);
            }
        });
    }

    void close() {
        closed = true;
    }

    Instant now() {
        return world.clock().instant();
    }

    void at(URI where) {
        address = where;
    }

    URI address() {
        return address;
    }

    /** Address of the organization, without a slash at its end. */
    String organization() {
        return address + "/" + Names.ORGANIZATION;
    }

    /** Address of the project under its id, as links in answers have it. */
    String project() {
        return organization() + "/" + Names.PROJECT_ID;
    }

    String projectApi() {
        return project() + "/_apis";
    }

    String webOf(BuildRun run) {
        return organization() + "/" + Names.PROJECT + "/_build/results?buildId=" + run.id;
    }

    Optional<BuildRun> run(int id) {
        return Optional.ofNullable(runs.get(id));
    }

    void save(BuildRun run) {
        disk.save("runs/" + run.id + ".json", run);
    }

    void saveApprovals() {
        disk.save("approvals.json", approvals.values());
    }

    void saveChecks() {
        disk.save("checks.json", checks);
    }

    /** Notes that a branch was moved. */
    Push push(String ref, String before, String after, Identity by) {
        Push push = new Push(pushes.size() + 1, ref, before, after, by, now());
        pushes.add(push);
        disk.save("pushes.json", pushes);
        return push;
    }

    void saveSubscriptions() {
        disk.save("subscriptions.json", subscriptions);
    }

    void add(Deployment deployment) {
        deployments.add(deployment);
        disk.save("deployments.json", deployments);
    }

    /** The newest run of a pipeline that has this number. */
    Optional<BuildRun> numbered(int pipeline, String number) {
        return runs.descendingMap().values().stream()
                .filter(r -> r.pipeline == pipeline && r.number.equals(number))
                .findFirst();
    }
}
