package io.slipway.dataverse;

import io.slipway.alm.Installed;
import io.slipway.alm.Problem;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import io.slipway.http.Address;
import io.slipway.http.Http;
import io.slipway.ports.Access;
import io.slipway.ports.Environments;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Power Platform environments, asked through the Web API of their Dataverse. */
final class DataverseEnvironments implements Environments {

    private final Http http;
    private final Access access;
    private final DataverseProperties settings;

    private record Page(@Nullable List<Row> value) {}

    private record Row(
            String uniquename,
            @Nullable String version,
            boolean ismanaged,
            @Nullable Instant installedon) {}

    DataverseEnvironments(Http http, Access access, DataverseProperties settings) {
        this.http = http;
        this.access = access;
        this.settings = settings;
    }

    @Override
    public Optional<Installed> installed(Target target, String solution) {
        URI address = Address.of(target.environment())
                .path("api", "data", settings.api(), "solutions")
                .query("$select", "uniquename,version,ismanaged,installedon")
                .query("$filter", "uniquename eq '" + solution.replace("'", "''") + "'")
                .uri();
        Page page = http.get(address)
                .of("Dataverse in " + target.title())
                .bearer(access.service(target.environment() + "/.default"))
                .needing("to read solutions (an application user with the role \"System Customizer\")")
                .header("OData-Version", "4.0")
                .header("OData-MaxVersion", "4.0")
                .as(Page.class);
        return Optional.ofNullable(page.value()).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(row -> installed(row, target));
    }

    private static Installed installed(Row row, Target target) {
        SolutionVersion version = Optional.ofNullable(row.version())
                .flatMap(SolutionVersion::parse)
                .orElseThrow(() -> new Problem.Broken("The version of " + row.uniquename() + " in " + target.title()
                        + " is " + row.version() + ", which is no version of a solution."));
        Instant since = Optional.ofNullable(row.installedon()).orElse(Instant.EPOCH);
        return new Installed(row.uniquename(), version, row.ismanaged(), since);
    }
}
