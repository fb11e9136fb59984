package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.ParameterLists;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthToken;
import io.github.pgmtls.lint.x509.CipherList;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One server's configuration.
 *
 * @param definition what was known before its files were read
 * @param reading its files as the declared version reads them or, if none is declared, the assumed one
 * @param verdicts what that version says about the files and, if none is declared, what every other version says
 * @param records the records of its pg_hba.conf that load; none if there is no such file
 * @param meantRecords the records, and what refused lines were most likely meant to be
 * @param files the files that settings or defaults name, by role, in the order of roles; absent where nothing names one
 * @param credentials certificates and keys that were read
 * @param hostFiles what pg_hosts.conf names, by record; none if it has no record or is not used. The files and credentials are
 *     then those of the record for clients that ask for no other or, if there is none, of the first one.
 */
public record Cluster(
        ClusterDefinition definition,
        Reading reading,
        List<Verdict> verdicts,
        List<HbaRecord> records,
        List<HbaRecord> meantRecords,
        Map<ServerFile.Role, ServerFile> files,
        Credentials credentials,
        List<HostFiles> hostFiles) {

    /** The version assumed where none is declared: the newest one whose final release was examined. */
    public static final PostgresVersion ASSUMED_VERSION = new PostgresVersion(18);

    public Cluster {
        verdicts = List.copyOf(verdicts);
        records = List.copyOf(records);
        meantRecords = List.copyOf(meantRecords);
        hostFiles = List.copyOf(hostFiles);
        Map<ServerFile.Role, ServerFile> byRole = new EnumMap<>(ServerFile.Role.class);
        byRole.putAll(files);
        files = Collections.unmodifiableMap(byRole);
    }

    /** Returns what the reading of its files depended on. */
    public ServerFacts server() {
        return reading.server();
    }

    /** Returns its postgresql.conf, if there is one. */
    public Optional<Settings> settings() {
        return reading.settings();
    }

    /** Returns its pg_hba.conf, if it was found. */
    public Optional<HbaFile> hba() {
        return reading.hba();
    }

    /** Returns its pg_ident.conf, if it was found. */
    public Optional<IdentFile> ident() {
        return reading.ident();
    }

    /** Returns its pg_hosts.conf, if the server reads one. */
    public Optional<HostsFile> hosts() {
        return reading.hosts();
    }

    /**
     * Returns the cluster as the clients of each record of pg_hosts.conf meet it: with the files of that record, and of
     * the server's names those that lead to it and those that it has itself. Without such records it is the only one.
     */
    public List<Cluster> perHost() {
        return hostFiles.isEmpty()
                ? List.of(this)
                : hostFiles.stream().map(this::asSeenBy).toList();
    }

    private Cluster asSeenBy(HostFiles host) {
        HostsFile all = hosts().orElseThrow();
        Set<String> names = new LinkedHashSet<>();
        for (AuthToken name : host.entry().hosts()) {
            if (!host.entry().isSpecial()) {
                names.add(name.value());
            }
        }
        for (String name : definition.serverNames()) {
            // libpq sends no name for an address
            Optional<String> sent = name.matches("[0-9.]+|.*:.*") ? Optional.empty() : Optional.of(name);
            if (all.recordFor(sent).filter(host.entry()::equals).isPresent()) {
                names.add(name);
            }
        }
        return new Cluster(
                definition.withServerNames(List.copyOf(names)),
                reading,
                verdicts,
                records,
                meantRecords,
                host.files(),
                host.credentials(),
                List.of());
    }

    /** Returns its name in reports. */
    public String name() {
        return definition.name();
    }

    /** Returns where its files are, in the tree; empty for the top. */
    public String directory() {
        return definition.directory();
    }

    /** Returns the version for which it is judged. */
    public PostgresVersion version() {
        return reading.version();
    }

    /** Tells whether somebody said which version the server is. */
    public boolean isVersionDeclared() {
        return verdicts.size() == 1;
    }

    /** Returns the mappings of its pg_ident.conf that load; none if there is no such file. */
    public List<IdentMapping> mappings() {
        return ident().isPresent() ? ident().get().mappings() : List.of();
    }

    /** Returns the file of a role, if a setting or a default names one. */
    public Optional<ServerFile> file(ServerFile.Role role) {
        return Optional.ofNullable(files.get(role));
    }

    /** Tells whether there are certificates, keys or revocation lists to look at, or settings that name such lists. */
    public boolean hasCredentials() {
        return !credentials.isEmpty()
                || files.containsKey(ServerFile.Role.REVOCATION_LIST)
                || files.containsKey(ServerFile.Role.REVOCATION_DIRECTORY);
    }

    /** Tells whether TLS is on; nothing if there is no postgresql.conf, or what it includes could not be read. */
    public Optional<Boolean> tls() {
        if (settings().isEmpty()) {
            return Optional.empty();
        }
        Optional<EffectiveSetting> ssl = settings().get().effective("ssl");
        if (ssl.isEmpty() || !ssl.get().isCertain() || ssl.get().value().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ssl.get().value().get().equals("on"));
    }

    /**
     * Returns the OpenSSL that meets clients: at the security level for which {@code ssl_ciphers} asks, if it does. The
     * server's own files are loaded before that list is read, at the level of {@link ClusterDefinition#openSsl}.
     */
    public OpenSslProfile openSslAtHandshake() {
        return atHandshake(definition.openSsl());
    }

    /** Returns an OpenSSL at the security level for which {@code ssl_ciphers} asks, if it does. */
    public OpenSslProfile atHandshake(OpenSslProfile own) {
        Optional<String> ciphers = settings().flatMap(known -> known.value("ssl_ciphers"));
        OptionalInt level =
                ciphers.isPresent() ? CipherList.parse(ciphers.get()).securityLevel() : OptionalInt.empty();
        return level.isPresent() ? own.at(level.getAsInt()) : own;
    }

    /** Tells whether a security level leaves a way to exchange keys, as far as the groups for that are known. */
    public boolean canExchangeKeys(OpenSslProfile atHandshake) {
        List<String> groups = groups();
        return groups.isEmpty() || atHandshake.acceptsAnyGroup(groups);
    }

    /** Returns the groups for the key exchange of TLS, by OpenSSL's names; none if they are not known. */
    private List<String> groups() {
        String parameter = version().isAtLeast(18) ? "ssl_groups" : "ssl_ecdh_curve";
        return settings()
                .flatMap(known -> known.value(parameter))
                .map(groups -> List.of(groups.split(":")))
                .orElse(List.of());
    }

    /**
     * Tells whether the files say that the server listens to no other machine. Where {@code listen_addresses} is not set
     * its default does not count: many start the server with another one.
     */
    public boolean isForThisMachineOnly() {
        Optional<EffectiveSetting> addresses =
                settings().isPresent() ? settings().get().effective("listen_addresses") : Optional.empty();
        if (addresses.isEmpty()
                || addresses.get().setting().isEmpty()
                || !addresses.get().isCertain()
                || addresses.get().value().isEmpty()) {
            return false;
        }
        Optional<List<String>> listed =
                ParameterLists.split(addresses.get().value().get());
        return listed.isPresent() && listed.get().stream().allMatch(Cluster::isLoopback);
    }

    private static boolean isLoopback(String listened) {
        return listened.equals("localhost") || listened.equals("::1") || listened.startsWith("127.");
    }

    /** Returns the file to which findings about what is missing from the settings point. */
    public Optional<SourceFile> settingsFile() {
        return settings().map(Settings::file);
    }
}
