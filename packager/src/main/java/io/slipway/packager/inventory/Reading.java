package io.slipway.packager.inventory;

import io.slipway.packager.PackagerException;
import io.slipway.packager.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * What all readers of components share.
 *
 * @param language the language of display names, as a Windows code such as 1033
 */
record Reading(int language) {

    /** A display name: the label, else what the component gives otherwise, else its schema name. */
    String shown(XmlNode node, String container, String other, String schemaName) {
        String label = node.label(container, language);
        if (!label.isEmpty()) {
            return label;
        }
        return other.isEmpty() ? schemaName : other;
    }

    /** In a tree of both, the managed twin of a file says nothing new. */
    Predicate<String> notTwin(SourceTree tree) {
        return path -> !path.endsWith("_managed.xml")
                || !tree.has(path.substring(0, path.length() - "_managed.xml".length()) + ".xml");
    }

    /** Options of a choice: by value, with their labels. */
    void options(XmlNode choice, Facts facts) {
        for (String element : new String[] {"option", "state", "status"}) {
            choice.all(element).forEach(option -> {
                if (!option.attribute("value").isEmpty()) {
                    facts.member("option", option.attribute("value"), option.label("labels", language));
                }
            });
        }
    }

    String hash(SourceTree tree, String path) {
        try (InputStream in = tree.read(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw PackagerException.broken(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
