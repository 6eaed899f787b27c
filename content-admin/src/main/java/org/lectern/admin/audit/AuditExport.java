package org.lectern.admin.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.audit.AuditEntry;
import org.lectern.content.audit.AuditFilter;
import org.lectern.content.audit.AuditReading;
import org.lectern.content.settings.Settings;

/**
 * The entries that a filter finds as a file (RFC 4180, UTF-8), the newest first, with times in UTC. A value that a spreadsheet would take for a formula gets an
 * apostrophe before it: anybody can write into the audit by failing to sign in.
 */
@Named
@RequestScoped
@DeskAddress(value = "/audit/export.csv", roles = Role.ADMINISTRATOR)
public class AuditExport extends DeskPage {

    private static final List<String> HEAD = List.of("time", "action", "kind", "id", "title", "account", "address");

    @Inject
    Frame frame;

    @Inject
    AuditReading audit;

    @Inject
    Settings settings;

    @Override
    public Answer show(Asked asked) {
        var filter = audit.beginExport(frame.actor(), new AuditSearch(asked, settings.zone()).filter());
        var actor = frame.actor();
        return new Answer.File("text/csv; charset=UTF-8", "audit.csv", out -> write(actor, filter, out));
    }

    private void write(Actor actor, AuditFilter filter, OutputStream out) throws IOException {
        var file = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(file, HEAD);
        var portion = audit.portion(actor, filter, null);
        while (!portion.isEmpty()) {
            for (var entry : portion) {
                line(file, values(entry));
            }
            portion = audit.portion(actor, filter, portion.get(portion.size() - 1));
        }
        file.flush();
    }

    private static List<String> values(AuditEntry entry) {
        return List.of(entry.happenedAt().toString(), AuditSearch.word(entry.action()), entry.kind(), entry.subject().map(String::valueOf).orElse(""), entry.title(), entry.account(), entry.address());
    }

    private static void line(Writer file, List<String> values) throws IOException {
        file.write(values.stream().map(AuditExport::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String quoted(String value) {
        var harmless = value.matches("(?s)\\s*[=+\\-@|\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
