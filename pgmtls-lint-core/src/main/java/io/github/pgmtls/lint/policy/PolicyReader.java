package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.cluster.ExpectedClient;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a {@code pgmtls.yaml}. */
public final class PolicyReader {

    private final SourceFile file;
    private final KnownRules known;
    private final List<PolicyProblem> problems = new ArrayList<>();

    PolicyReader(SourceFile file, KnownRules known) {
        this.file = file;
        this.known = known;
    }

    /**
     * The outcome of reading.
     *
     * @param policy what was understood
     * @param problems what was not; the policy counts only if there are none
     */
    public record Outcome(Policy policy, List<PolicyProblem> problems) {}

    /** Reads a file; never throws on content. */
    public static Outcome read(SourceFile file, KnownRules known) {
        PolicyReader reader = new PolicyReader(file, known);
        Policy policy = reader.compose()
                .map(node -> reader.readPolicy(new YamlSection(file, node, reader.problems)))
                .orElse(Policy.NONE);
        return new Outcome(policy, List.copyOf(reader.problems));
    }

    private Optional<Node> compose() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.path())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            return new Compose(settings).composeString(ByteText.decode(file.content()));
        } catch (MarkedYamlEngineException e) {
            Location place = YamlPlaces.locate(file, e.getProblemMark().orElse(null), null);
            problems.add(new PolicyProblem(place, "not valid YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(new PolicyProblem(YamlSection.wholeFile(file), "not valid YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    Policy readPolicy(YamlSection top) {
        Optional<PostgresVersion> postgresql = top.value("postgresql", PolicyReader::version);
        Map<String, String> pathMappings = top.textMap("path-mappings");
        for (String serverPath : pathMappings.keySet()) {
            if (!serverPath.startsWith("/")) {
                top.problem("path-mappings", "not an absolute server path: \"" + serverPath + "\"");
            }
        }
        List<String> keptElsewhere = top.texts("kept-elsewhere");
        Set<AuthMethod> without = new LinkedHashSet<>();
        top.section("server-build").ifPresent(build -> {
            without.addAll(build.values("without", PolicyReader::buildDependentMethod));
            build.finish();
        });
        Optional<OpenSslProfile> openSsl = top.section("openssl").map(PolicyReader::readOpenSsl);
        List<ClusterPolicy> clusters = new ArrayList<>();
        top.section("clusters").ifPresent(section -> {
            for (String name : section.keys()) {
                section.section(name).ifPresent(cluster -> clusters.add(readCluster(name, cluster)));
            }
        });
        List<RuleSetting> rules = new ArrayList<>();
        top.section("rules").ifPresent(section -> rules.addAll(RuleSettingReader.read(section, known)));
        List<YamlSection> entries = top.sections("suppress");
        List<Suppression> suppressions = entries.isEmpty() ? List.of() : SuppressionReader.read(entries, known);
        top.finish();
        return new Policy(postgresql, pathMappings, keptElsewhere, without, openSsl, clusters, rules, suppressions);
    }

    ClusterPolicy readCluster(String name, YamlSection cluster) {
        String directory = cluster.value("directory", PolicyReader::treePath).orElse("");
        Optional<PostgresVersion> postgresql = cluster.value("postgresql", PolicyReader::version);
        Optional<OpenSslProfile> openSsl = cluster.section("openssl").map(PolicyReader::readOpenSsl);
        Optional<Boolean> dedicatedClientCa = cluster.section("client-ca").flatMap(PolicyReader::readDedicated);
        List<String> serverNames = cluster.texts("server-names");
        List<String> clientCertificates = cluster.texts("client-certificates");
        boolean complete = cluster.value("client-certificates-complete", PolicyReader::yesOrNo)
                .orElse(false);
        List<ExpectedClient> clients = cluster.values("certificate-clients", ExpectedClient::parse);
        List<String> superusers = cluster.values("superusers", PolicyReader::role);
        Map<String, List<String>> roles = new LinkedHashMap<>();
        cluster.section("roles").ifPresent(section -> readRoles(section, roles));
        List<Expectation> expectations = new ArrayList<>();
        for (YamlSection entry : cluster.sections("expect")) {
            ExpectationReader.read(entry).ifPresent(expectations::add);
        }
        cluster.finish();
        return new ClusterPolicy(
                name,
                directory,
                postgresql,
                openSsl,
                dedicatedClientCa,
                serverNames,
                clientCertificates,
                complete,
                clients,
                superusers,
                roles,
                expectations,
                cluster.place());
    }

    private static Optional<Boolean> readDedicated(YamlSection section) {
        Optional<Boolean> dedicated = section.value("dedicated", PolicyReader::yesOrNo);
        section.finish();
        return dedicated;
    }

    /** What is not said of it is as assumed where nothing is said. */
    private static OpenSslProfile readOpenSsl(YamlSection section) {
        OpenSslVersion version =
                section.value("version", PolicyReader::openSslVersion).orElse(OpenSslProfile.DEFAULT.version());
        int level = section.value("security-level", PolicyReader::securityLevel)
                .orElse(OpenSslProfile.DEFAULT.securityLevel());
        section.finish();
        return new OpenSslProfile(version, level);
    }

    private static OpenSslVersion openSslVersion(String text) {
        return OpenSslVersion.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "not a version of OpenSSL that is known here: \"" + text
                                        + "\"; expected 1.1.1, with its letter if it has one, or 3.0, which stands for later ones too"));
    }

    private static boolean yesOrNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false: \"" + text + "\"");
        }
        return text.equals("true");
    }

    private static int securityLevel(String text) {
        if (!text.matches("[0-5]")) {
            throw new IllegalArgumentException("not a security level of OpenSSL: \"" + text + "\"; expected 0 to 5");
        }
        return Integer.parseInt(text);
    }

    private static void readRoles(YamlSection section, Map<String, List<String>> roles) {
        for (String name : section.keys()) {
            section.section(name).ifPresent(role -> {
                roles.put(ByteText.encode(name), role.values("members", PolicyReader::role));
                role.finish();
            });
        }
    }

    private static String role(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a role has a name; write it here");
        }
        return ByteText.encode(text);
    }

    private static PostgresVersion version(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("not a major version of PostgreSQL: \"" + text + "\"; expected "
                    + PostgresVersion.OLDEST + " to " + PostgresVersion.NEWEST);
        }
        return new PostgresVersion(Integer.parseInt(text));
    }

    private static String treePath(String text) {
        return Optional.of(text)
                .filter(path -> !path.startsWith("/"))
                .flatMap(ServerPaths::normalize)
                .orElseThrow(() -> new IllegalArgumentException("not a path in this directory: \"" + text + "\""));
    }

    private static AuthMethod buildDependentMethod(String text) {
        List<String> known = Arrays.stream(AuthMethod.values())
                .filter(AuthMethod::isBuildDependent)
                .map(AuthMethod::keyword)
                .toList();
        return AuthMethod.of(text)
                .filter(AuthMethod::isBuildDependent)
                .orElseThrow(() -> new IllegalArgumentException("not a method that a build may lack: \"" + text
                        + "\"; expected one of " + String.join(", ", known)));
    }
}
