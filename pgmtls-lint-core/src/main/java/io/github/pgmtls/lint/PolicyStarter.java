package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.ClusterDiscovery;
import java.util.List;

/** Writes a first {@code pgmtls.yaml} for a directory, with the clusters that are there and what else can be said. */
public final class PolicyStarter {

    private PolicyStarter() {}

    /**
     * Returns the text of a policy that says nothing but where the clusters are, and shows in comments what could be said.
     *
     * @throws LintException if the directory cannot be read
     */
    public static String text(LintRequest request) {
        List<String> directories =
                ClusterDiscovery.directories(Workspace.tree(request).walk());
        StringBuilder text = new StringBuilder("""
                # What the files of the servers cannot tell, see the README of pgmtls-lint.
                # mvn pgmtls:schema writes a JSON schema of this file, by which editors complete and check it.

                # The major version of the servers; without it they are judged as 18, and what others refuse is told.
                #postgresql: 16

                # Where the paths that servers use lie in this repository.
                #path-mappings: {/etc/ssl/certs: files/certs}

                # Files that the servers have and this repository rightly lacks.
                #kept-elsewhere: [server.crt, server.key]

                """);
        text.append(directories.isEmpty() ? "#clusters:\n" : "clusters:\n");
        for (String directory : directories.isEmpty() ? List.of("clusters/main") : directories) {
            String mark = directories.isEmpty() ? "#" : "";
            text.append(mark)
                    .append("  ")
                    .append(scalar(directory.isEmpty() ? "main" : directory))
                    .append(":\n");
            text.append(mark)
                    .append("    directory: ")
                    .append(scalar(directory))
                    .append('\n');
            text.append("""
                    #    server-names: [db1.example.com]            # every name and address that clients use
                    #    client-certificates: ["clients/*.crt"]
                    #    client-ca: {dedicated: true}               # ssl_ca_file issues for this server alone
                    #    superusers: [postgres]
                    #    roles: {app_rw: {members: [app1, app2]}}
                    #    expect:                                    # checked for every connection that it speaks of
                    #      - {user: app1, database: shop, from: 10.0.6.0/24, using: cert}
                    #      - {nobody: without-client-certificate, except: [{user: monitor, from: 127.0.0.1/32}]}
                    """);
        }
        return text.append("""

                #rules:
                #  md5-method: off
                #  certificate-expires-soon: {severity: info, days: 14}

                #suppress:
                #  - {rule: trust-remote, match: "host legacy *", reason: "ticket 123", until: 2027-03-31}
                """).toString();
    }

    private static String scalar(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9._/-]*")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                quoted.append("\\x%02x".formatted((int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
