package io.github.pgmtls.lint.identity.regex;

/** A condition on a place in the subject that looks at no more than the bytes beside it. */
enum Assertion {
    TEXT_START {
        @Override
        boolean holds(String subject, int at) {
            return at == 0;
        }
    },
    TEXT_END {
        @Override
        boolean holds(String subject, int at) {
            return at == subject.length();
        }
    },
    LINE_START {
        @Override
        boolean holds(String subject, int at) {
            return at == 0 || subject.charAt(at - 1) == '\n';
        }
    },
    LINE_END {
        @Override
        boolean holds(String subject, int at) {
            return at == subject.length() || subject.charAt(at) == '\n';
        }
    },
    WORD_START {
        @Override
        boolean holds(String subject, int at) {
            return !wordBefore(subject, at) && wordAfter(subject, at);
        }
    },
    WORD_END {
        @Override
        boolean holds(String subject, int at) {
            return wordBefore(subject, at) && !wordAfter(subject, at);
        }
    },
    WORD_BOUNDARY {
        @Override
        boolean holds(String subject, int at) {
            return wordBefore(subject, at) != wordAfter(subject, at);
        }
    },
    NOT_WORD_BOUNDARY {
        @Override
        boolean holds(String subject, int at) {
            return wordBefore(subject, at) == wordAfter(subject, at);
        }
    };

    abstract boolean holds(String subject, int at);

    private static boolean wordBefore(String subject, int at) {
        return at > 0 && Ascii.isWord(subject.charAt(at - 1));
    }

    private static boolean wordAfter(String subject, int at) {
        return at < subject.length() && Ascii.isWord(subject.charAt(at));
    }
}
