package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.ServerPaths;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.DHParameterSpec;

/** Parameters for a key exchange that can be broken. */
final class DhParametersWeak implements ClusterRule {

    private static final RuleOption BITS = new RuleOption("bits", "bits that are enough", 2048, 1024, 8192);

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN DH PARAMETERS-----([A-Za-z0-9+/=\\s]{1,20000})-----END DH PARAMETERS-----");

    private static final RuleInfo INFO = RuleInfo.of(
                    "dh-parameters-weak", Severity.WARNING, "ssl_dh_params_file holds a group of less than 2048 bits")
            .because("""
                    A group of 1024 bits that many use is within reach of those who record traffic. Without the \
                    setting the server has a group of 2048 bits of its own. TLS 1.3 does not use the file.""")
            .claim(Claim.NOTHING)
            .remedy("Leave ssl_dh_params_file unset, or make a group with openssl dhparam 2048.")
            .source("RFC 7919; PostgreSQL documentation, section SSL; initialize_dh in be-secure-openssl.c")
            .option(BITS)
            .bad(Example.conf("ssl = on\nssl_dh_params_file = 'dh.pem'\n").with("dh.pem", group("""
                    MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJRSgh5jjQE
                    3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL/1y29Aa37e44a/ta
                    iZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC
                    """)))
            .good(Example.conf("ssl = on\nssl_dh_params_file = ''\n"));

    private static String group(String base64) {
        return "-----BEGIN DH PARAMETERS-----\n" + base64 + "-----END DH PARAMETERS-----\n";
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        if (cluster.settings().isEmpty() || !cluster.settings().get().isSet("ssl_dh_params_file")) {
            return RuleOutcome.notApplicable("ssl_dh_params_file is not set");
        }
        List<Finding> findings = new ArrayList<>();
        cluster.settings()
                .get()
                .effective("ssl_dh_params_file")
                .flatMap(EffectiveSetting::setting)
                .ifPresent(setting -> ServerPaths.within(cluster.directory(), setting.value())
                        .filter(path ->
                                !setting.value().isEmpty() && !setting.value().startsWith("/"))
                        .flatMap(path -> bits(context, path))
                        .filter(bits -> bits < context.option(INFO, BITS))
                        .ifPresent(bits -> findings.add(
                                context.finding(INFO, setting.valuePlace(), "the group has only " + bits + " bits")
                                        .build())));
        return RuleOutcome.of(findings);
    }

    private static Optional<Integer> bits(ClusterContext context, String path) {
        if (!(context.tree().read(path) instanceof FileRead.Content content)) {
            return Optional.empty();
        }
        Matcher block = BLOCK.matcher(content.file().content());
        if (!block.find()) {
            return Optional.empty();
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("DH");
            parameters.init(Base64.getMimeDecoder().decode(block.group(1)));
            return Optional.of(
                    parameters.getParameterSpec(DHParameterSpec.class).getP().bitLength());
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return Optional.empty(); // what is no group the server refuses
        }
    }
}
