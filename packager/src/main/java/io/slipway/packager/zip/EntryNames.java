package io.slipway.packager.zip;

import io.slipway.packager.PackagerException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Names of entries and paths in the tree: from one to the other, and what is refused on the way. */
public final class EntryNames {

    private static final int MAX_LENGTH = 1024;
    private static final String PLAIN = "-._~!$&'()*+,;=:@/";
    private static final String WINDOWS_REFUSES = "\"<>|:*?\\/";

    private EntryNames() {}

    /** Under which a path is found whatever its case. */
    public static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** A name that comes from data as one name of a file: what Windows refuses becomes an underscore. */
    public static String fileName(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            safe.append(c < ' ' || WINDOWS_REFUSES.indexOf(c) >= 0 ? '_' : c);
        }
        return safe.toString();
    }

    /** The path on disk of an entry; refuses what could leave the folder or mean something else elsewhere. */
    public static String safe(String name, String file) {
        String path = decode(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
        String problem = problem(path);
        if (!problem.isEmpty()) {
            String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
            throw new PackagerException(
                    file + "!" + shown, "", problem, "No export makes such a name; do not import this archive.");
        }
        return path;
    }

    /** Percent signs followed by two digits become the byte they stand for; where that is no text, the name stays as it is. */
    public static String decode(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean escape = bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (escape) {
                decoded.put((byte) (HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2])));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }

    /** The other way round: what may not stand in an address as itself is written with percent signs. */
    public static String encode(String path) {
        StringBuilder name = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                name.append(c);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return name.toString();
    }

    /** What is wrong with a path that is to lie inside a folder; empty when nothing is. */
    public static String problem(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH) {
            return "has an empty or an endless name";
        }
        if (path.startsWith("/") || path.length() > 1 && path.charAt(1) == ':') {
            return "has an absolute name";
        }
        if (path.chars().anyMatch(c -> c < ' ' || c == '\\' || c == 0x7F || c == 0xFFFD)) {
            return "has a name with a backslash or a character that cannot be shown";
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.isBlank() || part.equals(".") || part.equals("..")) {
                return "has a name that leads out of its folder";
            }
            if (isGit(part)) {
                return "has a name that Git keeps for itself";
            }
        }
        return "";
    }

    private static boolean isGit(String part) {
        String plain = part.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
        return plain.equals(".git") || plain.equals("git~1");
    }

    private static boolean isHex(byte b) {
        return HexFormat.isHexDigit(b);
    }
}
