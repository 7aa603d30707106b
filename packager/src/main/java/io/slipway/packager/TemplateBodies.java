package io.slipway.packager;

import io.slipway.packager.zip.EntryNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which parts of a template are files of their own, and what these files are called. */
enum TemplateBodies {
    EMAIL(
            "EmailTemplate",
            "templateid",
            "EmailDocuments",
            Map.of(
                    "body", "body.xsl",
                    "subject", "subject.xsl",
                    "presentationxml", "presentationxml.xml",
                    "subjectpresentationxml", "subjectpresentationxml.xml")),
    ARTICLE(
            "KBArticleTemplate",
            "kbarticletemplateid",
            "KbArticleDocuments",
            Map.of("formatxml", "formatxml.xsl", "structurexml", "structurexml.xml")),
    MAIL_MERGE("MailMergeTemplate", "mailmergetemplateid", "MailMergeDocuments", Map.of("body", ""));

    /** What a text body begins with. */
    static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String element;
    private final String idField;
    private final String folder;
    private final Map<String, String> files;

    TemplateBodies(String element, String idField, String folder, Map<String, String> files) {
        this.element = element;
        this.idField = idField;
        this.folder = folder;
        this.files = files;
    }

    static Optional<TemplateBodies> of(String element) {
        for (TemplateBodies kind : values()) {
            if (kind.element.equals(element)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String idField() {
        return idField;
    }

    boolean isBody(String name) {
        return files.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Whether this child decides the path of the bodies. */
    boolean isField(String name) {
        String field = name.toLowerCase(Locale.ROOT);
        return field.equals(idField) || field.equals("languagecode") || field.equals("filename");
    }

    /** The path of a body; absent where the template has no id or no file name. */
    Optional<String> path(Map<String, String> fields, String body) {
        String file =
                this == MAIL_MERGE ? fields.getOrDefault("filename", "") : files.get(body.toLowerCase(Locale.ROOT));
        String id = fields.getOrDefault(idField, "");
        if (id.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        String language = fields.getOrDefault("languagecode", "");
        return Optional.of("Templates/" + folder + "/" + (language.isEmpty() ? "" : language + "/")
                + EntryNames.fileName(id) + "/" + EntryNames.fileName(file));
    }
}
