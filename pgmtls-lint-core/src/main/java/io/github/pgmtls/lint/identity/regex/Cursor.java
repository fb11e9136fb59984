package io.github.pgmtls.lint.identity.regex;

/** A place in a pattern. */
final class Cursor {

    private final String text;
    private int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    char take() {
        return text.charAt(at++);
    }

    void back() {
        at--;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean sees(char c) {
        return !atEnd() && text.charAt(at) == c;
    }

    boolean sees(String s) {
        return text.startsWith(s, at);
    }

    /** Goes past a character if it is the next one. */
    boolean eat(char c) {
        boolean seen = sees(c);
        if (seen) {
            at++;
        }
        return seen;
    }

    boolean eat(String s) {
        boolean seen = sees(s);
        if (seen) {
            at += s.length();
        }
        return seen;
    }

    String textFrom(int start, int end) {
        return text.substring(start, end);
    }
}
