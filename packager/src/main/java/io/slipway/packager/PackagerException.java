package io.slipway.packager;

import java.util.Locale;

/** The only exception that this library throws on purpose: what is wrong, in which file, at which component, and what mends it. */
public final class PackagerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String component;
    private final String remedy;

    public PackagerException(String file, String component, String problem, String remedy) {
        this(file, component, problem, remedy, null);
    }

    public PackagerException(
            String file,
            String component,
            String problem,
            String remedy,
            @org.jspecify.annotations.Nullable Throwable cause) {
        super(sentence(file, component, problem, remedy), cause);
        this.file = file;
        this.component = component;
        this.remedy = remedy;
    }

    /** For the file system's own refusals, which know no component. */
    public static PackagerException broken(String file, Exception cause) {
        String reason = cause.getMessage() == null
                ? cause.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : cause.getMessage();
        return new PackagerException(
                file,
                "",
                "cannot be read or written: " + reason,
                "Check the path, its rights and the free space.",
                cause);
    }

    /** The file or archive entry that is meant. */
    public String file() {
        return file;
    }

    /** The component that is meant; empty where the file as a whole is. */
    public String component() {
        return component;
    }

    /** What to do next. */
    public String remedy() {
        return remedy;
    }

    private static String sentence(String file, String component, String problem, String remedy) {
        String subject = component.isEmpty() ? file : file + " (" + component + ")";
        return subject + ": " + problem + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
