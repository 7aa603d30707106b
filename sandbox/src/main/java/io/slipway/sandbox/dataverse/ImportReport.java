package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.ImportRules.Failure;
import io.slipway.sandbox.dataverse.SolutionFile.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The report of an import: the XML in {@code importjobs.data}, and the same as a spreadsheet. */
final class ImportReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SS").withZone(ZoneOffset.UTC);
    private static final String SUCCESS = "<result result=\"success\" errorcode=\"0\" errortext=\"\"";

    private final SolutionFile file;
    private final Instant started;

    ImportReport(SolutionFile file, Instant started) {
        this.file = file;
        this.started = started;
    }

    /**
     * The report so far.
     *
     * @param done how many parts are done
     * @param failed the part that failed with this; the manifest itself when no part is named so
     */
    String xml(int done, Instant now, String failedPart, Optional<Failure> failure) {
        boolean manifestFailed = failure.isPresent() && failedPart.isEmpty();
        StringBuilder xml = new StringBuilder("<importexportxml start=\"")
                .append(started)
                .append("\" stop=\"")
                .append(now)
                .append("\" progress=\"")
                .append(file.parts().isEmpty() ? 100 : 100 * done / file.parts().size())
                .append("\" processed=\"true\"><solutionManifests><solutionManifest languagecode=\"1033\" id=\"")
                .append(escape(file.manifest().uniqueName()))
                .append("\" LocalizedName=\"")
                .append(escape(file.manifest().friendlyName()))
                .append("\" processed=\"true\"><UniqueName>")
                .append(escape(file.manifest().uniqueName()))
                .append("</UniqueName><Version>")
                .append(escape(file.manifest().version()))
                .append("</Version><Managed>")
                .append(file.manifest().managed() ? 1 : 0)
                .append("</Managed>")
                .append(result(manifestFailed ? failure : Optional.empty(), now))
                .append("</solutionManifest></solutionManifests>");
        parts(xml, done, now, failedPart, failure);
        return xml.append("</importexportxml>").toString();
    }

    private void parts(StringBuilder xml, int done, Instant now, String failedPart, Optional<Failure> failure) {
        List<Part> parts = file.parts();
        String group = "";
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.group().equals(group)) {
                xml.append(group.isEmpty() ? "" : "</" + group + ">")
                        .append('<')
                        .append(part.group())
                        .append('>');
                group = part.group();
            }
            boolean failed = failure.isPresent() && named(part, failedPart);
            xml.append('<')
                    .append(part.tag())
                    .append(" id=\"")
                    .append(escape(part.id()))
                    .append("\" LocalizedName=\"")
                    .append(escape(part.name()))
                    .append("\" processed=\"")
                    .append(i < done || failed)
                    .append("\">")
                    .append(failed ? result(failure, now) : i < done ? result(Optional.empty(), now) : "")
                    .append("</")
                    .append(part.tag())
                    .append('>');
        }
        xml.append(group.isEmpty() ? "" : "</" + group + ">");
    }

    static boolean named(Part part, String name) {
        return part.id().equalsIgnoreCase(name) || part.name().equalsIgnoreCase(name);
    }

    private static String result(Optional<Failure> failure, Instant now) {
        String begin = failure.map(f -> "<result result=\"failure\" errorcode=\"" + f.code() + "\" errortext=\""
                        + escape(f.text()) + "\"")
                .orElse(SUCCESS);
        return begin + " datetime=\"" + TIME.format(now) + "\" datetimeticks=\""
                + (621_355_968_000_000_000L + now.toEpochMilli() * 10_000) + "\" />";
    }

    /** The report as the spreadsheet that {@code RetrieveFormattedImportJobResults} gives. */
    static String spreadsheet(String data) {
        String rows = data.isEmpty()
                ? ""
                : Xml.all(Xml.parse("importjob", data.getBytes(StandardCharsets.UTF_8)), "result").stream()
                        .map(result -> row(
                                ((Element) result.getParentNode()).getTagName(),
                                ((Element) result.getParentNode()).getAttribute("LocalizedName"),
                                result.getAttribute("result"),
                                result.getAttribute("errorcode") + " " + result.getAttribute("errortext")))
                        .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><?mso-application progid=\"Excel.Sheet\"?>"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Components\"><Table>"
                + row("ItemType", "DisplayName", "Status", "Description") + rows + "</Table></Worksheet></Workbook>";
    }

    private static String row(String... cells) {
        return List.of(cells).stream()
                .map(c -> "<Cell><Data ss:Type=\"String\">" + escape(c.strip()) + "</Data></Cell>")
                .collect(Collectors.joining("", "<Row>", "</Row>"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
