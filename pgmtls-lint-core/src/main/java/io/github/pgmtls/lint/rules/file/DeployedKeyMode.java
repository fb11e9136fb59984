package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that deploys the server's key with a mode that the server refuses. */
final class DeployedKeyMode implements TreeRule {

    private static final Pattern FILE = Pattern.compile(".*\\.ya?ml");
    private static final Pattern TARGET =
            Pattern.compile("(?m)^([ -]*)(?:dest|path):[ \\t]*[\"']?([^\"'#\\n]*[^\"'#\\s])");
    private static final Pattern KEYWORD = Pattern.compile("^([ -]*)(mode|owner):[ \\t]*[\"']?([A-Za-z0-7_]+)");

    /** A task has no more lines than that. */
    private static final int NEAR = 12;

    private static final RuleInfo INFO = RuleInfo.of(
                    "deployed-key-mode", Severity.ERROR, "the server's key is deployed with a mode that is too wide")
            .because("""
                    The server does not start with a private key that group or others can access; if root owns it, the \
                    group may read. Tasks of Ansible that write a file with the name of the server's key are looked \
                    at, as far as their mode is written in digits.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write mode: '0600' with the server's user as owner, or '0640' with root.")
            .source("check_ssl_key_file_permissions in be-secure-common.c; Ansible, module copy")
            .bad(Example.conf("ssl = on\n").with("tasks/main.yml", """
                            - copy:
                                src: server.key
                                dest: /var/lib/pg/server.key
                                owner: postgres
                                mode: '0644'
                            """))
            .good(Example.conf("ssl = on\n").with("tasks/main.yml", """
                            - copy:
                                src: server.key
                                dest: /var/lib/pg/server.key
                                owner: postgres
                                mode: '0600'
                            """));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<String> tasks = new ArrayList<>();
        for (String path : context.paths()) {
            if (FILE.matcher(path).matches()) {
                tasks.add(path);
            }
        }
        // not asked for nothing, since of many clusters each is read again
        Set<String> keys = tasks.isEmpty() ? Set.of() : keys(context);
        List<Finding> findings = new ArrayList<>();
        for (String path : keys.isEmpty() ? List.<String>of() : tasks) {
            if (context.tree().read(path) instanceof FileRead.Content content) {
                Matcher target = TARGET.matcher(content.file().content());
                while (target.find()) {
                    if (keys.contains(ServerPaths.nameOf(target.group(2)))) {
                        judge(context, content.file(), target, findings);
                    }
                }
            }
        }
        return RuleOutcome.of(findings);
    }

    private static Set<String> keys(TreeContext context) {
        Set<String> keys = new HashSet<>();
        for (Cluster cluster : context.clusters()) {
            cluster.file(Role.SERVER_KEY).ifPresent(key -> keys.add(ServerPaths.nameOf(key.name())));
        }
        return keys;
    }

    private static void judge(TreeContext context, SourceFile file, Matcher target, List<Finding> findings) {
        int indent = target.group(1).length();
        int line = file.position(target.start(2)).line();
        Map<String, Location> places = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        for (int step : new int[] {-1, 1}) {
            for (int near = line + step; Math.abs(near - line) <= NEAR && isLine(file, near); near += step) {
                Span span = file.lineSpan(near);
                String text = file.slice(span);
                if (text.isBlank() || indent(text) < indent) {
                    break;
                }
                Matcher keyword = KEYWORD.matcher(text);
                if (keyword.find() && keyword.group(1).length() == indent) {
                    values.put(keyword.group(2), keyword.group(3));
                    places.put(keyword.group(2), Location.of(file, span));
                }
            }
        }
        String mode = values.getOrDefault("mode", "");
        int owner = values.getOrDefault("owner", "").equals("root") ? 0 : 1;
        if (mode.matches("0?[0-7]{3}")
                && KeyPermissions.isRefused(new FileFacts.Posix(owner, Integer.parseInt(mode, 8)))) {
            findings.add(context.finding(
                            INFO,
                            Objects.requireNonNull(places.get("mode")),
                            "the server refuses a key with mode " + mode)
                    .about(target.group(2))
                    .serverSays("private key file \"" + target.group(2) + "\" has group or world access")
                    .build());
        }
    }

    private static boolean isLine(SourceFile file, int line) {
        return line >= 1 && line <= file.position(file.content().length()).line();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-')) {
            at++;
        }
        return at;
    }
}
