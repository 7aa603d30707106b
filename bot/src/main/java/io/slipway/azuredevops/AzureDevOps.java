package io.slipway.azuredevops;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.http.Address;
import io.slipway.http.Call;
import io.slipway.http.Http;
import io.slipway.ports.Access;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calls of Azure DevOps on the right token: what is read goes on the service's, what is done on the person's. */
final class AzureDevOps {

    static final String NAME = "Azure DevOps";
    static final String VERSION = "7.1";
    static final String PREVIEW = "7.1-preview.1";
    private static final String CLOUD = "dev.azure.com";
    private static final String OLD_CLOUD = ".visualstudio.com";

    private final Http http;
    private final Access access;
    private final AzureDevOpsProperties settings;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    AzureDevOps(Http http, Access access, AzureDevOpsProperties settings, Clock clock) {
        this.http = http;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /** An address inside a project. */
    static Address in(Project project, String... path) {
        return Address.of(project.organization())
                .path(project.name(), "_apis")
                .path(path)
                .query("api-version", VERSION);
    }

    /** An address of the organization. */
    static Address over(Project project, String... path) {
        return Address.of(project.organization()).path("_apis").path(path).query("api-version", VERSION);
    }

    /** An address of the organization's graph of people, which lives on a host of its own in the cloud. */
    static Address graph(Project project, String version, String... path) {
        URI home = project.organization();
        String host = home.getHost();
        URI graph = home;
        if (CLOUD.equals(host)) {
            graph = URI.create("https://vssps." + CLOUD + home.getPath());
        } else if (host.endsWith(OLD_CLOUD)) {
            graph = URI.create("https://" + host.replace(OLD_CLOUD, ".vssps" + OLD_CLOUD));
        }
        return Address.of(graph).path("_apis", "graph").path(path).query("api-version", version);
    }

    /** Reads on the service's token. */
    Call read(Address address) {
        return http.get(trusted(address))
                .of(NAME)
                .bearer(access.service(settings.scope()))
                .needing("\"View builds\" and \"View project-level information\"")
                .onSlowDown(this::keepQuiet);
    }

    /** Reads as this person sees it. */
    Call read(Address address, Person person) {
        return onBehalf(http.get(trusted(address)), person);
    }

    /** Changes on the person's token. */
    Call post(Address address, Person person) {
        return onBehalf(http.post(trusted(address)), person);
    }

    /** Changes on the person's token. */
    Call patch(Address address, Person person) {
        return onBehalf(http.patch(trusted(address)), person);
    }

    /** Sets something up on the service's token: hooks, never runs or approvals. */
    Call setUp(String method, Address address) {
        URI uri = trusted(address);
        Call call = method.equals("PUT") ? http.put(uri) : http.post(uri);
        return call.of(NAME).bearer(access.service(settings.scope()));
    }

    /**
     * Asked before something that is done again and again, such as looking how a run is: puts it off while Azure DevOps
     * wants to be left alone. What a person waits for, or what has begun, is not put off.
     */
    void leaveAlone() {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            throw new Problem.Unavailable(
                    "Azure DevOps asks Slipway to slow down. Slipway goes on by itself in a moment.",
                    Optional.of(Duration.between(now, quietUntil)),
                    null);
        }
    }

    /** Whether tokens may be sent there: to the cloud itself, and to the address that the settings name. */
    boolean home(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        boolean cloud = "https".equals(uri.getScheme()) && uri.getPort() == -1;
        boolean ofMicrosoft = host.equals(CLOUD) || host.endsWith("." + CLOUD) || host.endsWith(OLD_CLOUD);
        URI own = settings.address();
        return (cloud && ofMicrosoft)
                || (own.getScheme().equals(uri.getScheme())
                        && own.getHost().equals(host)
                        && own.getPort() == uri.getPort());
    }

    /** A token that was taken back is forgotten: else whoever signs in anew would go on with the old one. */
    private Call onBehalf(Call call, Person person) {
        return call.of(NAME).onBehalf(access.person(person, settings.scope())).onUnknown(() -> access.forget(person));
    }

    private URI trusted(Address address) {
        URI uri = address.uri();
        if (!home(uri)) {
            throw new Problem.Refused(uri.getHost() + " is no address of Azure DevOps that Slipway knows. Whoever runs "
                    + "Slipway can add it as slipway.azuredevops.address.");
        }
        return uri;
    }

    /** It answers slowly before it blocks us; reading less for as long as it asks keeps it from that. */
    private void keepQuiet(Duration wait) {
        quietUntil = clock.instant().plus(wait);
    }
}
