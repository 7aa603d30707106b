package io.slipway.sandbox.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Somebody as Azure DevOps knows them: under an id of its own, not the one of Entra.
 *
 * @param id id in Azure DevOps
 * @param entra object id in Entra
 * @param account sign-in address; for a service principal its object id, as in the real service
 */
record Identity(String id, String entra, String name, String account, boolean service) {

    static Identity of(String entra, String name, String account, boolean service) {
        return new Identity(Names.id("identity:" + entra), entra, name, account, service);
    }

    /** The subject descriptor, by which the graph knows it. */
    String descriptor() {
        byte[] inner = Names.id("descriptor:" + entra).getBytes(StandardCharsets.UTF_8);
        return (service ? "aadsp." : "aad.")
                + Base64.getUrlEncoder().withoutPadding().encodeToString(inner);
    }

    /** An {@code IdentityRef}. */
    Body ref(String organization) {
        String avatar = organization + "/_apis/GraphProfile/MemberAvatars/" + descriptor();
        return new Body()
                .with("displayName", name)
                .with("url", organization + "/_apis/Identities/" + id)
                .with("_links", new Body().with("avatar", Wire.href(avatar)))
                .with("id", id)
                .with("uniqueName", account)
                .with("imageUrl", avatar)
                .with("descriptor", descriptor());
    }
}
