package io.slipway.azuredevops;

import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who somebody in Azure DevOps is in Entra: the two count people by different ids. */
final class AzurePeople {

    private static final Logger LOG = LoggerFactory.getLogger(AzurePeople.class);
    private static final Duration SPAN = Duration.ofHours(12);
    private final AzureDevOps azure;
    private final Remembered<Key, Optional<String>> known;

    private record Key(String organization, String id) {}

    private record Descriptor(@Nullable String value) {}

    private record GraphUser(
            @Nullable String origin, @Nullable String originId) {}

    AzurePeople(AzureDevOps azure, Clock clock) {
        this.azure = azure;
        this.known = new Remembered<>(SPAN, clock);
    }

    /** The Entra object id of a person; for a group its own id in Azure DevOps. */
    String id(Project project, IdentityRef somebody) {
        String own = Optional.ofNullable(somebody.id())
                .or(() -> Optional.ofNullable(somebody.descriptor()))
                .orElse("");
        Key key = new Key(project.organization().toString(), own);
        try {
            return known.get(key, () -> entraId(project, somebody)).orElse(own);
        } catch (Problem.Refused e) {
            LOG.warn("identity={} cannot be looked up: {}", own, e.getMessage());
            return own;
        }
    }

    private Optional<String> entraId(Project project, IdentityRef somebody) {
        return Optional.ofNullable(somebody.descriptor())
                .or(() -> Optional.ofNullable(somebody.id()).flatMap(id -> descriptor(project, id)))
                .filter(AzurePeople::person)
                .flatMap(descriptor -> azure.read(AzureDevOps.graph(project, AzureDevOps.PREVIEW, "users", descriptor))
                        .needing("\"View identities\" (Graph, read)")
                        .find(GraphUser.class))
                .flatMap(user -> Optional.ofNullable(user.originId()));
    }

    private Optional<String> descriptor(Project project, String id) {
        return azure.read(AzureDevOps.graph(project, AzureDevOps.VERSION, "descriptors", id))
                .needing("\"View identities\" (Graph, read)")
                .find(Descriptor.class)
                .flatMap(found -> Optional.ofNullable(found.value()));
    }

    /** Descriptors begin with the kind of subject: {@code aad.}, {@code msa.} are people, {@code aadgp.}, {@code vssgp.} groups. */
    private static boolean person(String descriptor) {
        return descriptor.startsWith("aad.") || descriptor.startsWith("msa.");
    }
}
