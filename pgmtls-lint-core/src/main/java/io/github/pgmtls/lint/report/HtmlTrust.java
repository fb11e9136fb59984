package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.ClusterOverview.Login;
import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates of a cluster for the HTML report: below each one those that it has issued, below those of clients the
 * users that their bearers may be.
 */
record HtmlTrust(List<Node> roots) {

    /**
     * A certificate.
     *
     * @param kind what it is: ca, server, client, or missing
     * @param entry what is said about it
     * @param mark the colour of its validity: good, soon, expired
     * @param logins the users
     * @param isRefused whether the other side refuses it
     * @param nobody whether it is that of a client who is no user although the server accepts it
     */
    record Node(
            String kind,
            CertificateTree.Entry entry,
            String mark,
            List<LoginLink> logins,
            boolean isRefused,
            boolean nobody,
            List<Node> issued) {}

    /** A user, and why. */
    record LoginLink(String user, HtmlRecords.Link record, String row) {}

    static HtmlTrust of(String cluster, ClusterOverview overview) {
        Map<Certificate, CertificateView> views = new HashMap<>();
        overview.view()
                .certificates()
                .forEach(view ->
                        views.merge(view.certificate(), view, (a, b) -> a.role() == CertificateRole.CA ? b : a));
        Map<Certificate, List<LoginLink>> logins = new HashMap<>();
        for (Login login : overview.logins()) {
            logins.computeIfAbsent(login.certificate(), c -> new ArrayList<>()).add(link(cluster, login, overview));
        }
        CertificateTree tree = new CertificateTree(
                overview.view().certificates(), overview.view().directory(), overview.now());
        return new HtmlTrust(tree.roots().stream()
                .map(root -> node(root, views, logins, overview))
                .toList());
    }

    private static LoginLink link(String cluster, Login login, ClusterOverview overview) {
        String row = login.row()
                .map(mapping -> {
                    Location place = mapping.location();
                    return ServerPaths.nameOf(place.file().path()) + ":"
                            + place.start().line();
                })
                .map(Visible::text)
                .orElse("");
        return new LoginLink(
                Visible.text(ByteText.decode(login.user())),
                HtmlRecords.link(cluster, login.record(), overview.records()),
                row);
    }

    private static Node node(
            CertificateTree.Entry entry,
            Map<Certificate, CertificateView> views,
            Map<Certificate, List<LoginLink>> logins,
            ClusterOverview overview) {
        Optional<CertificateView> view = entry.certificate().map(views::get);
        List<LoginLink> own = entry.certificate().map(logins::get).orElse(List.of());
        String kind = entry.certificate().isEmpty()
                ? "missing"
                : view.map(v -> v.role() == CertificateRole.CA ? "CA" : InspectionWords.role(v.role()))
                        .orElse("CA");
        boolean isRefused =
                view.flatMap(CertificateView::accepted).filter(ok -> !ok).isPresent();
        return new Node(
                kind,
                entry,
                entry.certificate()
                        .map(c -> HtmlTimeline.mark(c, overview.now()))
                        .orElse(""),
                own,
                isRefused,
                kind.equals("client") && own.isEmpty() && !isRefused,
                entry.issued().stream()
                        .map(issued -> node(issued, views, logins, overview))
                        .toList());
    }
}
