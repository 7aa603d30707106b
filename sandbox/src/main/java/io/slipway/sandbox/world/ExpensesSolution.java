package io.slipway.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The sample solution Expenses as the zip that an export of it would be, in any version, managed or not. */
public final class ExpensesSolution {

    public static final String NAME = "Expenses";

    /** What its environment variables are set to in test and production. */
    public static final Map<String, String> VALUES =
            Map.of("ctso_FinanceMailbox", "finance@contoso.example", "ctso_ApprovalLimit", "500");

    /** The connections that its connection references have, by their logical names. */
    public static final Map<String, String> CONNECTIONS =
            Map.of("ctso_sharedcommondataserviceforapps", "dataverse", "ctso_sharedoffice365", "office365");

    private static final String MANIFEST = "solution.xml";
    private static final List<String> FILES = List.of(
            MANIFEST,
            "customizations.xml",
            "Workflows/NotifyApproverOfASubmittedReport-A0490F7E-5D91-5631-A291-D0A6959D3D4F.json",
            "Workflows/RemindOfExpensesWithoutReceipt-CD5AF30F-087B-5B7F-AED3-D2BE7C3E02B9.json",
            "WebResources/ctso_iconsexpensesvg64B063DD-6FBF-5DA2-98F1-AD49D4F79101",
            "WebResources/ctso_scriptsexpensejs7B9407C1-22E0-51AF-9089-9ECD3F986184",
            "environmentvariabledefinitions/ctso_ApprovalLimit/environmentvariabledefinition.xml",
            "environmentvariabledefinitions/ctso_FinanceMailbox/environmentvariabledefinition.xml",
            "[Content_Types].xml");

    private ExpensesSolution() {}

    /** The zip, always the same for the same arguments. */
    public static byte[] zip(String version, boolean managed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String file : FILES) {
                ZipEntry entry = new ZipEntry(file);
                entry.setTimeLocal(LocalDateTime.of(2026, 11, 23, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.equals(MANIFEST) ? manifest(version, managed) : content(file));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] manifest(String version, boolean managed) throws IOException {
        return new String(content(MANIFEST), StandardCharsets.UTF_8)
                .replaceFirst("<Version>[^<]*</Version>", "<Version>" + version + "</Version>")
                .replaceFirst("<Managed>[^<]*</Managed>", "<Managed>" + (managed ? 1 : 0) + "</Managed>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] content(String file) throws IOException {
        try (InputStream in = ExpensesSolution.class.getResourceAsStream("/expenses/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the sample solution lacks " + file);
            }
            return in.readAllBytes();
        }
    }
}
