package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names findings so that they are known again in a later report. The name depends on the rule, the path, the cluster, on
 * what the finding itself is about besides its place, and on what stands at the place to change and the first one that
 * explains it: the words that the server reads; not on where they stand, how they are laid out or commented, nor on the
 * severity or the wording of the finding. Equal findings are numbered in the order of the report, so that each has a name
 * of its own.
 *
 * <p>Nothing is computed before somebody asks. Not safe for use by several threads at once.
 */
public final class Fingerprints {

    /** The name and version of this way to make them. */
    public static final String NAME = "pgmtls/v1";

    private final List<Finding> findings;
    private final List<WordedFiles> clusters;
    private @Nullable Wording wording;
    private @Nullable Map<Finding, String> known;

    /**
     * Prepares to name findings.
     *
     * @param findings all of a report, in its order, those from which somebody is exempt included
     * @param clusters whose files they are about
     */
    public Fingerprints(List<Finding> findings, List<WordedFiles> clusters) {
        this.findings = List.copyOf(findings);
        this.clusters = List.copyOf(clusters);
    }

    /** Returns the fingerprint of one of the findings: 64 hexadecimal digits. */
    public String of(Finding finding) {
        Map<Finding, String> all = known;
        if (all == null) {
            all = new HashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            for (Finding own : findings) {
                String key = key(own);
                all.put(own, sha256(key + "\0" + counts.merge(key, 1, Integer::sum)));
            }
            known = all;
        }
        String fingerprint = all.get(finding);
        if (fingerprint == null) {
            throw new IllegalArgumentException("not a finding of this report: " + finding.message());
        }
        return fingerprint;
    }

    /** Returns what a finding is about as one line, however it is laid out; empty if a whole file is meant. */
    public String words(Finding finding) {
        return wording().of(finding.cluster(), finding.primary());
    }

    Wording wording() {
        Wording made = wording;
        if (made == null) {
            made = new Wording(clusters);
            wording = made;
        }
        return made;
    }

    private String key(Finding finding) {
        String related = finding.related().isEmpty()
                ? ""
                : wording().of(finding.cluster(), finding.related().get(0));
        return String.join(
                "\0",
                "v1",
                finding.rule(),
                finding.primary().file().path(),
                finding.cluster(),
                finding.subject(),
                words(finding),
                related);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
