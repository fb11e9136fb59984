package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterContext;
import io.github.pgmtls.lint.postgres.ParameterType;
import io.github.pgmtls.lint.postgres.Parameters;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes nasty {@code postgresql.conf} files: real lines with everything that can go wrong with them. */
final class ConfGenerator {

    private static final List<String> TLS_NAMES = List.of("""
            ssl ssl_cert_file ssl_key_file ssl_ca_file ssl_crl_file ssl_crl_dir ssl_ciphers ssl_tls13_ciphers
            ssl_prefer_server_ciphers ssl_ecdh_curve ssl_groups ssl_min_protocol_version
            ssl_max_protocol_version ssl_dh_params_file ssl_passphrase_command
            ssl_passphrase_command_supports_reload ssl_sni hosts_file ssl_library ssl_renegotiation_limit
            password_encryption listen_addresses port hba_file ident_file authentication_timeout
            db_user_namespace krb_server_keyfile krb_caseins_users gss_accept_delegation scram_iterations
            md5_password_warnings oauth_validator_libraries
            """.strip().split("\\s+"));

    private static final List<String> UNKNOWN_NAMES = List.of("""
            ssl_cafile sslrootcert ssl_certfile sslmode foo _ \u00e9 include_ tls.name TLS.Name a.b
            auto_explain.log_min_duration pg_stat_statements.max x.\u00c3\u00a4 _._
            """.strip().split("\\s+"));

    /** Separated by bars, because blanks matter. */
    private static final List<String> TEXTS = List.of("""
            on|off|true|f|o|of|OFF|1|0|2|01|yes|n|enabled|| on|on |server.crt|certs/server.crt|\
            /etc/ssl/a.pem|TLSv1.2|tlsv1.3|TLSv1|SSLv3|md5|scram-sha-256|MD5|HIGH:!aNULL|\
            HIGH:MEDIUM:+3DES:!aNULL|prime256v1|X25519|*|localhost|5432|-1|0x10|0X10|010|08|1e2|1.5|1.|.5|\
            1e-400|1e400|nan|-inf|Infinity|0x1p4|0x|99999999999|99999999999999999999|2147483647|2147483648|\
            1 min|1min|60s|60 S|90000ms|1h |1d|1.5min|500us|10kB|1MB|0.5GB|1TB|1PB|8192B|64kb|1minn|1 m|0s|\
            \t7|\u000b7|7\f|+5|--5|logical|minimal|replica|hot_standby|none|try|regress|\u00e4|it's|a\\b|\
            a\nb|a\0b""".split("\\|", -1));

    private static final List<String> UNITS = List.of("|||B|kB|MB|GB|TB|us|ms|s|min|h|d|S|mb".split("\\|"));

    private static final String NASTY_BYTES = "'\\#=.,;:!/*+-_ \t\r\n\f\0\"0189abxXyzE\u0080\u00ff\u00ef\u00bb\u00bf";

    private final Random random;
    private final List<Parameter> parameters;
    private final boolean harmless;
    private int files;

    /**
     * Makes a generator.
     *
     * @param harmless whether a server is to be started with the files, so that only settings may be in them that it
     *     does not need for its start
     */
    ConfGenerator(long seed, PostgresVersion version, boolean harmless) {
        this.random = new Random(seed);
        this.harmless = harmless;
        this.parameters = Parameters.of(version).all().stream()
                .filter(p -> p.vendor().isEmpty() && !p.name().equals("default_text_search_config"))
                .filter(p -> !harmless || isHarmless(p))
                .toList();
    }

    private static boolean isHarmless(Parameter parameter) {
        return parameter.context() != ParameterContext.POSTMASTER
                && (parameter.type() != ParameterType.STRING || parameter.name().startsWith("ssl_c"));
    }

    /** Returns files by path; the main one is {@code postgresql.conf}. */
    Map<String, String> files() {
        files = 0;
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("postgresql.conf", "");
        tree.put("postgresql.conf", file("", tree, 0));
        if (random.nextInt(3) == 0) {
            tree.put("postgresql.auto.conf", file("", tree, 1));
        } else {
            tree.put("postgresql.auto.conf", "");
        }
        return tree;
    }

    private String file(String directory, Map<String, String> tree, int depth) {
        StringBuilder text = new StringBuilder(random.nextInt(40) == 0 ? "\u00ef\u00bb\u00bf" : "");
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(depth == 0 ? 12 : 5);
        for (int i = 0; i < count; i++) {
            boolean again = !lines.isEmpty() && random.nextInt(6) == 0;
            String line = again ? pick(lines) : line(directory, tree, depth);
            lines.add(line);
            text.append(random.nextInt(12) == 0 ? mutated(line) : line);
            boolean last = i == count - 1;
            text.append(last && random.nextInt(5) == 0 ? "" : random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private String line(String directory, Map<String, String> tree, int depth) {
        return switch (random.nextInt(24)) {
            case 0 -> "";
            case 1 -> "# comment with 'quotes' and \\";
            case 2, 3 -> depth < 4 && files < 8 ? include(directory, tree, depth) : "";
            case 4 -> "  " + pick(UNKNOWN_NAMES) + assign() + value(pick(TEXTS)) + trailer();
            default -> {
                Parameter parameter = pick(parameters);
                boolean tls = random.nextInt(3) == 0;
                String name = tls && !harmless ? pick(TLS_NAMES) : parameter.name();
                yield spelled(name) + assign() + value(valueFor(parameter)) + trailer();
            }
        };
    }

    private String include(String directory, Map<String, String> tree, int depth) {
        files++;
        String name = pick(
                List.of("a.conf", "b.conf", "conf.d/c.conf", "conf.d/d.conf", "e", "conf.d/.h.conf", "conf.d/UP.conf"));
        String path = directory.isEmpty() ? name : directory + "/" + name;
        if (!tree.containsKey(path) && random.nextInt(5) != 0) {
            tree.put(path, "");
            int slash = path.lastIndexOf('/');
            tree.put(path, file(slash < 0 ? "" : path.substring(0, slash), tree, depth + 1));
        }
        return switch (random.nextInt(10)) {
            case 0 -> "include_dir" + assign() + "'conf.d'";
            case 1 -> "include_if_exists" + assign() + "'" + name + "'";
            case 2 -> "INCLUDE" + assign() + "'./" + name + "'";
            case 3 ->
                "include" + assign()
                        + pick(List.of(
                                "''",
                                "' '",
                                "'nothing.conf'",
                                "'conf.d'",
                                "nothing",
                                "5",
                                "'postgresql.conf'",
                                "'./postgresql.conf'",
                                "'conf.d/../postgresql.conf'"));
            case 4 -> "include_dir" + assign() + pick(List.of("''", "'\t'", "nothing", "'conf.d/'", "'a.conf'"));
            default -> "include" + assign() + "'" + name + "'";
        };
    }

    private String valueFor(Parameter parameter) {
        if (random.nextInt(4) == 0) {
            return pick(TEXTS);
        }
        return switch (parameter.type()) {
            case BOOL -> pick(TEXTS.subList(0, 16));
            case ENUM -> word(parameter);
            case STRING -> pick(TEXTS);
            case INTEGER, REAL -> number(parameter) + (random.nextInt(4) == 0 ? " " : "") + pick(UNITS);
        };
    }

    private String word(Parameter parameter) {
        List<String> words = new ArrayList<>(parameter.words());
        words.addAll(parameter.hiddenWords());
        words.addAll(parameter.buildWords());
        words.add("none");
        String word = pick(words);
        return random.nextInt(3) == 0 ? word.toUpperCase(Locale.ROOT) : word;
    }

    private String number(Parameter parameter) {
        double bound = random.nextBoolean() ? parameter.minimum() : parameter.maximum();
        String near = Double.isInfinite(bound) || Math.abs(bound) > 1e18
                ? "1e308"
                : Long.toString((long) bound + random.nextInt(3) - 1);
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(1000));
            case 1 -> "0" + Integer.toOctalString(random.nextInt(1000));
            case 2 -> "0x" + Integer.toHexString(random.nextInt(1000));
            case 3 -> Double.toString(random.nextInt(10_000) / 16.0);
            case 4 -> "-" + random.nextInt(10);
            default -> near;
        };
    }

    /** Writes a value with or without quotes, perhaps wrongly. */
    private String value(String text) {
        if (random.nextInt(3) == 0) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("'");
        for (char c : text.toCharArray()) {
            if (c == '\'') {
                quoted.append(random.nextBoolean() ? "''" : "\\'");
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\\') {
                quoted.append("\\\\");
            } else if (random.nextInt(25) == 0) {
                quoted.append('\\').append(Integer.toOctalString(c));
            } else if (random.nextInt(40) == 0) {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }

    private String spelled(String name) {
        if (random.nextInt(5) != 0) {
            return name;
        }
        StringBuilder spelled = new StringBuilder();
        name.chars().forEach(c -> spelled.append((char) (random.nextInt(3) == 0 ? Character.toUpperCase(c) : c)));
        return spelled.toString();
    }

    private String assign() {
        return pick(List.of(" = ", " = ", "=", " ", "\t", " =", "= ", "  ==  "), 40);
    }

    private String trailer() {
        return pick(List.of("", "", "", "   # note", "#note", " ", "\t#", ";", " x", "\r"), 30);
    }

    /** Picks among the last elements, which are wrong, only now and then. */
    private String pick(List<String> choices, int rarity) {
        boolean wrong = random.nextInt(rarity) == 0;
        return wrong
                ? choices.get(choices.size() - 1 - random.nextInt(2))
                : choices.get(random.nextInt(choices.size() - 3));
    }

    private String mutated(String line) {
        StringBuilder text = new StringBuilder(line);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length() + 1);
            char nasty = NASTY_BYTES.charAt(random.nextInt(NASTY_BYTES.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, nasty);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, nasty);
                    }
                }
            }
        }
        // A quotation mark in a path would make the paths of the server's messages unreadable.
        boolean include = line.toLowerCase(Locale.ROOT).startsWith("include");
        return include ? text.toString().replace('"', '!') : text.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
