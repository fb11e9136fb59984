package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passwords and private keys, which no report shows. Where a value ends is in doubt, more is masked rather than
 * less. Linear in the size of the text, whatever it holds.
 */
final class Secrets {

    /** What stands in the place of a secret: of one length, so that not even its length shows. */
    static final String MASK = AuthOption.MASK;

    /** The end of any option, parameter or key whose value is a password, such as {@code ldapbindpasswd}. */
    private static final String NAME = "(?i)(?:passw(?:or)?d|radiussecrets)";

    private static final Pattern SECRET_NAME = Pattern.compile(NAME + "$");

    private static final String PASSPHRASE_COMMAND = "ssl_passphrase_command";

    /** A program that prints what stands behind it, which then is the passphrase. */
    private static final Pattern PRINTED = Pattern.compile("\\b(?:echo|printf)[ \t]+");

    private static final Pattern IN_MESSAGE = Pattern.compile(NAME + "[ \t]{0,9}=[ \t]{0,9}");
    private static final Pattern IN_FILE = Pattern.compile(NAME + "[\"']?[ \t]{0,9}[=:][ \t]{0,9}");
    private static final Pattern IN_URL = Pattern.compile("://[^\\s:/@'\"]{0,256}:([^\\s/@'\"]{1,1024})@");

    /** The rest of a line behind such a program is masked, since where the passphrase ends is for the shell to say. */
    private static final Pattern PRINTED_IN_FILE =
            Pattern.compile("(?i)" + PASSPHRASE_COMMAND + "[^\\r\\n]{0,500}?\\b(?:echo|printf)[ \t]+([^\\r\\n]+)");

    private static final String KEY_BEGIN = "-----BEGIN ";
    private static final String KEY_LABEL = "PRIVATE KEY-----";
    private static final String KEY_END = "-----END";
    private static final int LONGEST_KEY_TYPE = 40;

    private Secrets() {}

    /** Returns the secrets in the content of a file, in order and without overlap. */
    static List<Span> inFile(String content) {
        return find(content, IN_FILE);
    }

    /** Returns the end of the secret that holds an offset, or the offset itself if none does. */
    static int endOfSecretAt(List<Span> secrets, int offset) {
        int low = 0;
        int high = secrets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span secret = secrets.get(middle);
            if (offset < secret.start()) {
                high = middle - 1;
            } else if (offset < secret.end()) {
                return secret.end();
            } else {
                low = middle + 1;
            }
        }
        return offset;
    }

    /** Returns a message with its secrets masked. */
    static String mask(String message) {
        List<Span> secrets = find(message, IN_MESSAGE);
        if (secrets.isEmpty()) {
            return message;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Span secret : secrets) {
            out.append(message, from, secret.start()).append(MASK);
            from = secret.end();
        }
        return out.append(message, from, message.length()).toString();
    }

    /** Returns an option of pg_hba.conf, {@code name=value}, with its value masked if that is a secret. */
    static String maskOption(String option) {
        int equals = option.indexOf('=');
        return equals < 0
                ? option
                : option.substring(0, equals + 1)
                        + maskValue(option.substring(0, equals), option.substring(equals + 1));
    }

    /** Returns the value of a setting of postgresql.conf with its secrets masked. */
    static String maskSetting(String name, String value) {
        Matcher printed = PRINTED.matcher(value);
        return name.equalsIgnoreCase(PASSPHRASE_COMMAND) && printed.find()
                ? value.substring(0, printed.end()) + MASK
                : maskValue(name, value);
    }

    /** Returns a command that tells a passphrase with the passphrase masked. */
    static String maskPassphraseCommand(String command) {
        return maskSetting(PASSPHRASE_COMMAND, command);
    }

    private static String maskValue(String name, String value) {
        return SECRET_NAME.matcher(name).find() && !value.isEmpty() ? MASK : mask(value);
    }

    private static List<Span> find(String text, Pattern assignment) {
        List<Span> found = new ArrayList<>();
        if (mayNameSecret(text)) {
            addAssigned(text, assignment, found);
            for (Matcher printed = PRINTED_IN_FILE.matcher(text); printed.find(); ) {
                found.add(new Span(printed.start(1), printed.end(1)));
            }
        }
        for (Matcher url = IN_URL.matcher(text); url.find(); ) {
            found.add(new Span(url.start(1), url.end(1)));
        }
        addKeys(text, found);
        return merge(found);
    }

    /** Tells whether a text has letters that every name of a secret has; a regular expression takes ten times as long. */
    private static boolean mayNameSecret(String text) {
        for (int i = 2; i < text.length(); i++) {
            int third = text.charAt(i) | 0x20;
            boolean isCandidate = third == 'w' || third == 'e' || third == 'p';
            if (isCandidate && (text.charAt(i - 1) | 0x20) == 's' && (text.charAt(i - 2) | 0x20) == 's') {
                return true;
            }
        }
        return false;
    }

    private static void addAssigned(String text, Pattern assignment, List<Span> found) {
        AssignedValue values = new AssignedValue(text);
        Matcher matcher = assignment.matcher(text);
        for (int from = 0; from <= text.length() && matcher.find(from); ) {
            Span value = new Span(matcher.end(), values.end(matcher.end()));
            if (value.length() > 0) {
                found.add(value);
            }
            from = value.end();
        }
    }

    private static void addKeys(String text, List<Span> found) {
        int at = text.indexOf(KEY_BEGIN);
        while (at >= 0) {
            int type = at + KEY_BEGIN.length();
            int label = text.substring(type, Math.min(text.length(), type + LONGEST_KEY_TYPE))
                    .indexOf(KEY_LABEL);
            int next = type;
            if (label >= 0) {
                int body = type + label + KEY_LABEL.length();
                int end = text.indexOf(KEY_END, body);
                next = end < 0 ? text.length() : end;
                found.add(new Span(body, next));
            }
            at = text.indexOf(KEY_BEGIN, next);
        }
    }

    private static List<Span> merge(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start));
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                merged.set(last, merged.get(last).to(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
