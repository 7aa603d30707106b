package io.slipway.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Takes what the bot says, and tells whoever waits for the answer to an activity. */
final class BenchConnector implements AutoCloseable {

    private static final byte[] POSTED = Wire.written(
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n",
            "{\"id\":\"1763892000001\"}".getBytes(StandardCharsets.US_ASCII));

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, CompletableFuture<byte[]>> awaited = new ConcurrentHashMap<>();

    BenchConnector() throws IOException {
        Thread.startVirtualThread(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** What the bot will say to this activity. */
    CompletableFuture<byte[]> answerTo(String activity) {
        return awaited.computeIfAbsent(activity, id -> new CompletableFuture<>());
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException e) {
            awaited.values().forEach(waiting -> waiting.completeExceptionally(e));
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                Wire.Heard said = wire.read();
                out.write(POSTED);
                String path = said.path();
                CompletableFuture<byte[]> waiting = awaited.remove(path.substring(path.lastIndexOf('/') + 1));
                if (waiting != null) {
                    waiting.complete(said.body());
                }
            }
        } catch (IOException ended) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
