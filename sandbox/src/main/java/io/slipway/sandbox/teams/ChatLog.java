package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All rooms and what was said in them; outlives the sandbox, so that a bot can edit yesterday's message. */
final class ChatLog implements AutoCloseable {

    private final World world;
    private final List<Room> rooms;
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Post>> listeners = new CopyOnWriteArrayList<>();
    private final ChatFile file;
    private Set<String> withSlipway;
    private long lastId;

    ChatLog(World world, Path state) {
        this.world = world;
        this.rooms = Stream.concat(
                        Stream.of(Room.GENERAL, Room.RELEASES),
                        world.humans().stream().map(Human::alias).map(Room::personal))
                .toList();
        this.file = new ChatFile(state.resolve("teams.json"), this::content);
        ChatFile.Content before = file.read();
        withSlipway = before.withSlipway();
        before.posts().forEach(post -> posts.put(key(post.room(), post.id()), interrupted(post)));
        lastId = before.posts().stream()
                .mapToLong(post -> Long.parseLong(post.id()))
                .max()
                .orElse(0);
    }

    private static Post interrupted(Post post) {
        return post.state() == Post.State.PENDING ? post.in(Post.State.FAILED) : post;
    }

    List<Room> rooms() {
        return rooms;
    }

    Optional<Room> room(String id) {
        return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
    }

    /** Hears of every new or changed message, on the thread that changed it. */
    void listen(Consumer<Post> listener) {
        listeners.add(listener);
    }

    /** Writes something down; an empty thread begins one where there are threads. */
    Post add(Room room, String thread, String from, ObjectNode activity) {
        Post post = guarded(() -> {
            Instant now = world.clock().instant();
            lastId = Math.max(lastId + 1, now.toEpochMilli());
            String id = Long.toString(lastId);
            String root = room.channel() && thread.isEmpty() ? id : thread;
            Post.State state = from.equals(Post.BOT) ? Post.State.DONE : Post.State.PENDING;
            Post made = new Post(id, room.id(), root, from, now, activity, 0, false, Map.of(), state);
            posts.put(key(room.id(), id), made);
            return made;
        });
        changed(post);
        return post;
    }

    /** Changes a message if it is there. */
    Optional<Post> change(String room, String id, UnaryOperator<Post> change) {
        Optional<Post> post = guarded(
                () -> Optional.ofNullable(posts.computeIfPresent(key(room, id), (key, old) -> change.apply(old))));
        post.ifPresent(this::changed);
        return post;
    }

    Optional<Post> find(String room, String id) {
        return guarded(() -> Optional.ofNullable(posts.get(key(room, id))));
    }

    /** Everything said in a room, oldest first. */
    List<Post> in(String room) {
        return guarded(() ->
                posts.values().stream().filter(post -> post.room().equals(room)).toList());
    }

    /** A time stamp for an activity that is no message. */
    String activityId() {
        return guarded(() -> {
            lastId = Math.max(lastId + 1, world.clock().instant().toEpochMilli());
            return Long.toString(lastId);
        });
    }

    /** Whether Slipway has been added to a room and not been taken out of it again. */
    boolean hasSlipway(String room) {
        return guarded(() -> !withSlipway.contains("-" + room));
    }

    /** Whether Slipway was ever added to this room, or taken out of it. */
    boolean knowsSlipway(String room) {
        return guarded(() -> withSlipway.contains(room) || withSlipway.contains("-" + room));
    }

    /** True when Slipway was never greeted in this room before; from now on it was. */
    boolean addSlipway(String room) {
        boolean added = guarded(() -> {
            Set<String> now = new HashSet<>(withSlipway);
            boolean back = now.remove("-" + room);
            boolean fresh = now.add(room);
            withSlipway = Set.copyOf(now);
            return back || fresh;
        });
        file.touch();
        return added;
    }

    void removeSlipway(String room) {
        guarded(() -> {
            Set<String> now = new HashSet<>(withSlipway);
            now.remove(room);
            now.add("-" + room);
            withSlipway = Set.copyOf(now);
            return true;
        });
        file.touch();
    }

    private ChatFile.Content content() {
        return guarded(() -> new ChatFile.Content(withSlipway, new ArrayList<>(posts.values())));
    }

    private void changed(Post post) {
        file.touch();
        listeners.forEach(listener -> listener.accept(post));
    }

    private <T> T guarded(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static String key(String room, String id) {
        return room + "#" + id;
    }

    @Override
    public void close() {
        file.close();
    }
}
