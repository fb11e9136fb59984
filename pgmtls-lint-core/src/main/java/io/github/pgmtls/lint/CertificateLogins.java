package io.github.pgmtls.lint;

import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.ClusterOverview.Login;
import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.identity.CertificateCheck;
import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.identity.MapAnswer;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the users that the bearers of client certificates may be, among those whom the files name. */
final class CertificateLogins {

    private static final int MOST_NAMES = 200;

    private final AccessReporter reporter;
    private final Surroundings surroundings;
    private final CertificateCheck check;
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, List<Door>> doors = new LinkedHashMap<>();

    CertificateLogins(Cluster cluster, AccessReporter reporter, Surroundings surroundings) {
        this.reporter = reporter;
        this.surroundings = surroundings;
        this.check = new CertificateCheck(ClusterTracer.maps(cluster));
        Stream<String> ofRecords = cluster.meantRecords().stream()
                .flatMap(record -> record.users().stream())
                .filter(pattern -> pattern.kind() == NamePattern.Kind.LITERAL)
                .map(NamePattern::name);
        Stream<String> ofMaps = cluster.mappings().stream()
                .map(row -> row.databaseUserPattern(cluster.version()))
                .filter(pattern -> pattern.kind() == NamePattern.Kind.LITERAL)
                .map(NamePattern::name);
        Stream.concat(ofRecords, ofMaps)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES)
                .forEach(named::add);
    }

    /** Returns the logins of the certificates that the server accepts, or may accept. */
    List<Login> of(List<CertificateView> certificates) {
        List<Login> logins = new ArrayList<>();
        if (!surroundings.transports().contains(Transport.TLS)) {
            return logins;
        }
        certificates.stream()
                .filter(view -> view.role() == CertificateRole.CLIENT
                        && view.accepted().orElse(true)
                        && !CertificateIdentity.hasEmbeddedNul(view.certificate()))
                .map(CertificateView::certificate)
                .distinct()
                .forEach(certificate -> addLogins(logins, certificate));
        return logins;
    }

    private void addLogins(List<Login> logins, Certificate certificate) {
        Set<String> users = new LinkedHashSet<>(named);
        certificate.subject().commonName().filter(name -> !name.isEmpty()).ifPresent(users::add);
        for (String user : users) {
            doors.computeIfAbsent(user, this::doors).stream()
                    .flatMap(door -> login(certificate, user, door).stream())
                    .forEach(logins::add);
        }
    }

    private List<Door> doors(String user) {
        Region region = Region.everything().ofUser(user).over(Transport.TLS);
        return reporter.doors(region, decision -> decision.clientCert() == ClientCert.VERIFY_FULL, Optional.of(user))
                .all();
    }

    private Optional<Login> login(Certificate certificate, String user, Door door) {
        return check.check(door.record(), certificate, user, surroundings::membership)
                .answer()
                .filter(MapAnswer.Granted.class::isInstance)
                .map(granted -> new Login(certificate, user, door.record(), ((MapAnswer.Granted) granted).by()));
    }
}
