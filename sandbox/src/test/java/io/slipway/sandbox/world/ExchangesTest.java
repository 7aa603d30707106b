package io.slipway.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.Exchanges.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    private final Exchanges exchanges = new Exchanges();
    private final AtomicInteger effects = new AtomicInteger();
    private final CloudServer cloud = CloudServer.start("Cloud", 0, config -> {
        exchanges.of("Cloud", config);
        config.routes.post("/things", context -> context.result("thing " + effects.incrementAndGet()));
    });
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        http.close();
        cloud.close();
    }

    private CompletableFuture<HttpResponse<String>> post() {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(cloud.address() + "/things"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_request_is_seen_before_it_is_handled_and_after() {
        List<Seen> seen = new CopyOnWriteArrayList<>();
        exchanges.watch(seen::add);

        assertThat(post().join().body()).isEqualTo("thing 1");

        assertThat(seen)
                .containsExactly(
                        new Seen("Cloud", "POST", "/things", false), new Seen("Cloud", "POST", "/things", true));
    }

    @Test
    void after_means_that_the_effect_is_there_and_the_answer_not_yet_sent() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        exchanges.watch(seen -> {
            if (seen.done()) {
                there.countDown();
                await(go);
            }
        });

        CompletableFuture<HttpResponse<String>> answer = post();

        assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(effects).hasValue(1);
        assertThat(answer).isNotDone();
        go.countDown();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_an_onlooker_loses_has_no_effect() {
        exchanges.watch(seen -> {
            throw new Exchanges.Lost();
        });

        assertThat(post().join().statusCode()).isEqualTo(503);
        assertThat(effects).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
