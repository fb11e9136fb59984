package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterContext;
import io.github.pgmtls.lint.postgres.Parameters;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what the servers of a directory would make of their files, without judging it. */
public final class Inspector {

    /** Takes no value but 0, and shows in no view. */
    private static final String OBSOLETE = "ssl_renegotiation_limit";

    /** The file of certificates by host name, from version 19 on. */
    private static final String HOSTS_FILE = "hosts_file";

    private Inspector() {}

    /**
     * Inspects a directory.
     *
     * @throws LintException if the directory cannot be read, its {@code pgmtls.yaml} is not understood, or no cluster is
     *     found in it; the message names the place and the way out
     */
    public static Inspection inspect(LintRequest request) {
        Instant now = request.now().orElseGet(Instant::now);
        Workspace workspace = Workspace.open(request);
        return new Inspection(
                now,
                workspace.clusters().stream().map(cluster -> view(cluster, now)).toList());
    }

    static Inspection.ClusterView view(Cluster cluster, Instant now) {
        TlsFiles files = new TlsFiles(cluster);
        return new Inspection.ClusterView(
                cluster.name(),
                cluster.directory(),
                cluster.version(),
                cluster.isVersionDeclared(),
                FileViews.hba(cluster),
                FileViews.ident(cluster),
                FileViews.hosts(cluster),
                FileViews.settings(cluster),
                cluster.settings().map(Inspector::tlsSettings).orElse(List.of()),
                files.views(),
                certificates(cluster, now));
    }

    /** Each once: what a client shows is accepted if it is with any record of pg_hosts.conf. */
    private static List<Inspection.CertificateView> certificates(Cluster cluster, Instant now) {
        if (cluster.hostFiles().size() < 2) {
            return new CertificateViews(cluster, new TlsFiles(cluster), now).all();
        }
        Map<String, Inspection.CertificateView> views = new LinkedHashMap<>();
        for (Cluster host : cluster.perHost()) {
            for (Inspection.CertificateView view : new CertificateViews(host, new TlsFiles(host), now).all()) {
                String key = view.role() + " " + view.certificate().place();
                views.merge(key, view, (known, other) -> known.accepted().orElse(false) ? known : other);
            }
        }
        return views.values().stream()
                .sorted(Comparator.comparing(Inspection.CertificateView::role))
                .toList();
    }

    private static List<EffectiveSetting> tlsSettings(Settings settings) {
        return Parameters.of(settings.version()).all().stream()
                .filter(Inspector::isAboutTls)
                .map(parameter -> settings.effective(parameter.name()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isAboutTls(Parameter parameter) {
        String name = parameter.name();
        return (name.startsWith("ssl") || name.equals(HOSTS_FILE))
                && !name.equals(OBSOLETE)
                && parameter.context() != ParameterContext.INTERNAL;
    }
}
