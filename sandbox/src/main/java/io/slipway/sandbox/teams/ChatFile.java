package io.slipway.sandbox.teams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Keeps the chats in one file, written shortly after a change and at the end. */
final class ChatFile implements AutoCloseable {

    private static final long DELAY_MILLIS = 150;

    private final Path file;
    private final Supplier<Content> content;
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("teams-file").factory());

    ChatFile(Path file, Supplier<Content> content) {
        this.file = file;
        this.content = content;
    }

    /** What is written: rooms that know Slipway (with a minus: that threw it out), and all messages. */
    record Content(Set<String> withSlipway, List<Post> posts) {}

    Content read() {
        return Files.exists(file)
                ? Json.MAPPER.readValue(file.toFile(), Content.class)
                : new Content(Set.of(), List.of());
    }

    /** Something changed: written soon, together with what else changes until then. */
    void touch() {
        if (dirty.compareAndSet(false, true) && !writer.isShutdown()) {
            writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        if (!dirty.getAndSet(false)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(content.get()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the chats in " + file, e);
        }
    }

    @Override
    public void close() {
        writer.close();
        write();
    }
}
