package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.policy.KnownRules;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the suppressions in the comments of one file. A comment behind a record or setting is about that line; one that
 * stands alone is about the line directly below, further comments between them left out.
 */
final class CommentReader {

    private static final String START = Exemptions.MARK + "ignore[";
    private static final String UNTIL = "until=";
    private static final String REASON = "--";
    private static final String FORM = "write pgmtls:ignore[rule-id] -- reason";

    private final SourceFile file;
    private final List<RecordLine> lines;
    private final KnownRules known;
    private final List<CommentSuppression> found = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private CommentReader(SourceFile file, List<RecordLine> lines, KnownRules known) {
        this.file = file;
        this.lines = lines;
        this.known = known;
    }

    /** What was found: suppressions, and remarks about comments that are none although they look so. */
    record Result(List<CommentSuppression> suppressions, List<Remark> remarks) {}

    static Result read(SourceFile file, List<RecordLine> lines, KnownRules known) {
        CommentReader reader = new CommentReader(file, lines, known);
        int last = 0;
        for (int at = file.content().indexOf(Exemptions.MARK);
                at >= 0;
                at = file.content().indexOf(Exemptions.MARK, at + 1)) {
            int line = file.line(at);
            if (line != last) {
                last = line;
                reader.readLine(line, at);
            }
        }
        return new Result(reader.found, reader.remarks);
    }

    private void readLine(int number, int mark) {
        Span whole = file.lineSpan(number);
        Optional<RecordLine> own = RecordLine.at(lines, mark);
        int from =
                own.map(line -> Math.max(whole.start(), line.content().end())).orElse(whole.start());
        int hash = from <= mark ? file.content().indexOf('#', from) : -1;
        if (hash < 0 || hash > mark) {
            return; // a word of the record and no comment
        }
        Location place = Location.of(file, new Span(hash, whole.end()));
        String comment = ByteText.decode(file.slice(place.span())).strip();
        int start = 0;
        while (start < comment.length() && "# \t".indexOf(comment.charAt(start)) >= 0) {
            start++;
        }
        Optional<RecordLine> target = own.or(() -> below(number));
        try {
            found.add(parse(comment.substring(start), place, target));
        } catch (Malformed e) {
            remarks.add(new Remark(Remark.Kind.INVALID, place, e.phrase, ""));
        }
    }

    private Optional<RecordLine> below(int number) {
        int line = number + 1;
        while (line <= file.lineCount()
                && file.slice(file.lineSpan(line)).strip().startsWith("#")) {
            line++;
        }
        if (line > file.lineCount()) {
            return Optional.empty();
        }
        int start = line;
        return RecordLine.at(lines, file.lineSpan(line).end())
                .filter(record -> file.line(record.span().start()) == start);
    }

    private CommentSuppression parse(String text, Location place, Optional<RecordLine> target) throws Malformed {
        int close = text.indexOf(']');
        if (!text.startsWith(START) || close < 0) {
            throw new Malformed("suppression is not understood; " + FORM + ", and nothing before it in the comment");
        }
        List<String> rules = rules(text.substring(START.length(), close));
        String rest = text.substring(close + 1).strip();
        Optional<LocalDate> until = Optional.empty();
        if (rest.startsWith(UNTIL)) {
            int end = rest.indexOf(' ') < 0 ? rest.length() : rest.indexOf(' ');
            until = Optional.of(day(rest.substring(UNTIL.length(), end)));
            rest = rest.substring(end).strip();
        }
        String reason =
                rest.startsWith(REASON) ? rest.substring(REASON.length()).strip() : "";
        if (!rest.startsWith(REASON) && !rest.isEmpty()) {
            throw new Malformed("suppression is not understood at \"" + rest + "\"; " + FORM);
        }
        if (reason.isEmpty()) {
            throw new Malformed("suppression has no reason; " + FORM);
        }
        return new CommentSuppression(
                rules,
                until,
                reason,
                place,
                target.map(RecordLine::span),
                target.map(RecordLine::words).orElse(""));
    }

    private List<String> rules(String list) throws Malformed {
        List<String> rules = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            String id = item.strip();
            Optional<KnownRules.Known> rule = known.find(id);
            if (id.isEmpty()) {
                throw new Malformed("suppression names no rule; " + FORM);
            }
            if (rule.isEmpty()) {
                throw new Malformed(
                        "suppression of an unknown rule \"" + id + "\"" + DidYouMean.suffix(known.ids(), id));
            }
            if (!rule.get().exemptible()) {
                throw new Malformed("rule \"" + id + "\" cannot be suppressed: what it finds is never fine");
            }
            rules.add(id);
        }
        return rules;
    }

    private static LocalDate day(String text) throws Malformed {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("suppression ends on no day: \"" + text + "\"; write until=2027-03-31");
        }
    }

    /** A comment that is no suppression although it looks like one. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final String phrase;

        Malformed(String phrase) {
            super(phrase, null, false, false);
            this.phrase = phrase;
        }
    }
}
