package org.lectern.admin.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.AuditEntry;
import org.lectern.content.audit.AuditReading;
import org.lectern.content.settings.Settings;

/** Who did what to what, when and from where. The filter stands in the address. */
@Named
@RequestScoped
@DeskAddress(value = "/audit", roles = Role.ADMINISTRATOR)
public class AuditPage extends DeskPage {

    private static final int SIZE = 50;

    @Inject
    Frame frame;

    @Inject
    AuditReading audit;

    @Inject
    Settings settings;

    private AuditSearch search;
    private AuditReading.Page page;
    private List<String> kinds = List.of();

    /** One entry in words. @param sameSubject an address that lists all of the same thing; empty if it is none in particular */
    public record Line(String time, String action, String kind, String title, String account, String address, String sameSubject) {
    }

    /** One choice of a list. */
    public record Option(String value, String name, boolean selected) {
    }

    @Override
    public Answer show(Asked asked) {
        return asked.tidied().orElseGet(() -> list(asked));
    }

    private Answer list(Asked asked) {
        search = new AuditSearch(asked, settings.zone());
        page = audit.find(frame.actor(), search.filter(), search.page(), SIZE);
        kinds = audit.kinds(frame.actor());
        return Answer.show("audit/audit");
    }

    public List<Line> getLines() {
        return page.entries().stream().map(this::line).toList();
    }

    private Line line(AuditEntry entry) {
        var same = entry.subject().map(id -> frame.address("/admin/audit?kind=" + entry.kind() + "&subject=" + id)).orElse("");
        return new Line(frame.time(entry.happenedAt()), say(entry.action()), entry.kind(), entry.title(), entry.account(), entry.address(), same);
    }

    private String say(Action action) {
        return frame.say("audit." + AuditSearch.word(action));
    }

    public String field(String name) {
        return search.field(name);
    }

    public List<Option> getActions() {
        var all = Arrays.stream(Action.values()).map(action -> option(AuditSearch.word(action), say(action), "action")).sorted(Comparator.comparing(Option::name));
        return Stream.concat(Stream.of(option("", frame.say("audits.any"), "action")), all).toList();
    }

    public List<Option> getKinds() {
        return Stream.concat(Stream.of(option("", frame.say("audits.any"), "kind")), kinds.stream().map(kind -> option(kind, kind, "kind"))).toList();
    }

    private Option option(String value, String name, String field) {
        return new Option(value, name, search.field(field).equals(value));
    }

    public boolean isNarrowed() {
        return search.isNarrowed();
    }

    public String getSummary() {
        return frame.say("audits.summary", page.total());
    }

    /** How long an entry is kept, in words. */
    public String getKept() {
        return frame.say("audits.kept", settings.auditDays());
    }

    public String getAddress() {
        return frame.address("/admin/audit");
    }

    public String getExport() {
        return frame.address("/admin/audit/export.csv" + search.query(1));
    }

    /** Where the newer entries stand; empty if there are none. */
    public String getNewer() {
        return search.page() == 1 ? "" : getAddress() + search.query((int) Math.min(search.page() - 1, pages()));
    }

    /** Where the older entries stand; empty if there are none. */
    public String getOlder() {
        return search.page() >= pages() ? "" : getAddress() + search.query(search.page() + 1);
    }

    public String getPlace() {
        return frame.say("audits.page", search.page(), pages());
    }

    private long pages() {
        return Math.max(1, (page.total() + SIZE - 1) / SIZE);
    }
}
