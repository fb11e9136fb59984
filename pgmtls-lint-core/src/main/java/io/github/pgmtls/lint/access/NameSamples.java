package io.github.pgmtls.lint.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes names up that a regular expression looks as if it matched. Nothing rests on these: whether one does match is
 * asked afterwards.
 */
final class NameSamples {

    private static final int MAX_SAMPLES = 12;
    private static final int MAX_DEPTH = 20;

    private final String expression;
    private final boolean generous;
    private int at;

    private NameSamples(String expression, boolean generous) {
        this.expression = expression;
        this.generous = generous;
    }

    static List<String> of(String expression) {
        Set<String> samples = new LinkedHashSet<>();
        for (boolean generous : new boolean[] {true, false}) {
            for (String sample : new NameSamples(expression, generous).alternatives(0)) {
                samples.add(sample);
                samples.add(sample + "_1");
            }
        }
        return samples.stream().filter(s -> !s.isEmpty()).limit(MAX_SAMPLES).toList();
    }

    /** Reads up to a closing parenthesis or the end. */
    private List<String> alternatives(int depth) {
        List<String> samples = new ArrayList<>();
        StringBuilder sample = new StringBuilder();
        while (at < expression.length() && expression.charAt(at) != ')') {
            if (expression.charAt(at) == '|') {
                at++;
                samples.add(sample.toString());
                sample.setLength(0);
            } else {
                String next = repeated(atom(depth));
                sample.append(sample.length() < Connection.MAX_NAME ? next : "");
            }
        }
        samples.add(sample.toString());
        return samples;
    }

    private String atom(int depth) {
        char c = expression.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "x";
            case '[' -> bracket();
            case '\\' -> escape();
            case '(' -> {
                if (expression.startsWith("?:", at)) {
                    at += 2;
                }
                String first = depth < MAX_DEPTH ? alternatives(depth + 1).get(0) : "";
                at = Math.min(at + 1, expression.length());
                yield first;
            }
            default -> String.valueOf(c);
        };
    }

    private String escape() {
        char c = at < expression.length() ? expression.charAt(at++) : '\\';
        return switch (c) {
            case 'd' -> "1";
            case 'w' -> "x";
            case 's' -> " ";
            case 'm', 'M', 'y', 'Y', 'A', 'Z' -> "";
            default -> String.valueOf(c);
        };
    }

    private String bracket() {
        boolean negated = expression.startsWith("^", at);
        int start = negated ? at + 1 : at;
        int end = expression.indexOf(']', Math.min(start + 1, expression.length()));
        if (end < 0) {
            at = expression.length();
            return "";
        }
        at = end + 1;
        if (!negated) {
            return expression.substring(start, start + 1);
        }
        String excluded = expression.substring(start, end);
        for (String candidate : List.of("x", "1", "_", "Q", "-")) {
            if (!excluded.contains(candidate)) {
                return candidate;
            }
        }
        return "~";
    }

    private String repeated(String sample) {
        if (at >= expression.length()) {
            return sample;
        }
        return switch (expression.charAt(at)) {
            case '*', '?' -> {
                at++;
                yield generous ? sample : "";
            }
            case '+' -> {
                at++;
                yield sample;
            }
            case '{' -> bounded(sample);
            default -> sample;
        };
    }

    private String bounded(String sample) {
        int end = expression.indexOf('}', at);
        String bounds = end < 0 ? "" : expression.substring(at + 1, end);
        if (!bounds.matches("[0-9]{1,3}(,[0-9]*)?")) {
            return sample;
        }
        at = end + 1;
        int room = Connection.MAX_NAME / Math.max(1, sample.length());
        return sample.repeat(Math.min(Integer.parseInt(bounds.split(",")[0]), room));
    }
}
