package io.slipway.azuredevops;

import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.http.Http;
import io.slipway.http.HttpProperties;
import io.slipway.ports.Access;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that notes what we send and answers by the end of the path. */
final class RecordedAzure implements AutoCloseable {

    private final List<Person> forgotten = new CopyOnWriteArrayList<>();

    static final Person RITA = new Person("11111111-aaaa-4aaa-8aaa-000000000003", "Rita Okafor", "29:rita");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new LinkedHashMap<>();
    private final List<RecordedRequest> sent = new CopyOnWriteArrayList<>();

    RecordedAzure() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                sent.add(request);
                String key = request.getMethod() + " " + request.getUrl().encodedPath();
                return answers.entrySet().stream()
                        .filter(answer -> key.matches(answer.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() ->
                                new MockResponse.Builder().code(404).body("{}").build());
            }
        });
        server.start();
    }

    /** Answers requests whose method and path match with this JSON. */
    RecordedAzure answer(String request, String json) {
        return answer(
                request,
                new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json; charset=utf-8")
                        .body(json)
                        .build());
    }

    RecordedAzure answer(String request, MockResponse response) {
        answers.put(request, response);
        return this;
    }

    List<RecordedRequest> sent() {
        return new ArrayList<>(sent);
    }

    RecordedRequest last() {
        return sent.getLast();
    }

    Project project() {
        return new Project(URI.create("http://127.0.0.1:" + server.getPort() + "/contoso"), "Expenses");
    }

    AzureDevOpsProperties settings() {
        return new AzureDevOpsProperties(
                URI.create("http://127.0.0.1:" + server.getPort()),
                AzureDevOpsProperties.RESOURCE,
                URI.create("https://slipway.contoso.example"),
                "a-secret-of-the-hooks",
                "build",
                "slipwayRequest",
                "refs/heads/main");
    }

    /** Whose tokens were thrown away. */
    List<Person> forgotten() {
        return forgotten;
    }

    AzureDevOps azure() {
        return new AzureDevOps(Http.of(HttpProperties.usual(), CLOCK), new Tokens(), settings(), CLOCK);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Tokens that say whose they are. */
    private final class Tokens implements Access {
        @Override
        public String service(String scope) {
            return "service";
        }

        @Override
        public String person(Person person, String scope) {
            return "person-" + person.id();
        }

        @Override
        public void forget(Person person) {
            forgotten.add(person);
        }

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
