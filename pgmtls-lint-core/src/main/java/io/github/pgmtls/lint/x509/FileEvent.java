package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What OpenSSL's reader meets in a file, in order: a block, or a failure to read one.
 *
 * @param content the block's content; null for a failure
 * @param armourProblem the failure; null for a block
 */
record FileEvent(@Nullable PemContent content, @Nullable ReadProblem armourProblem) {

    static List<FileEvent> of(PemFile file, OpenSslVersion version) {
        List<FileEvent> events = new ArrayList<>();
        Set<ReadProblem> ofContents = new HashSet<>();
        for (int i = 0; i < file.blocks().size(); i++) {
            PemContent content = file.contents().get(i);
            if (content instanceof PemContent.Unreadable unreadable) {
                ofContents.add(unreadable.problem());
            }
            boolean overlooked = file.blocks().get(i).isAfterByteOrderMark() && version != OpenSslVersion.V3_0;
            if (!overlooked) {
                events.add(new FileEvent(content, null));
            }
        }
        for (ReadProblem problem : file.problems()) {
            if (problem.kind().stopsReading() && file.isPem() && !ofContents.contains(problem)) {
                events.add(new FileEvent(null, problem));
            } else if (problem.kind().stopsReading() && !file.isPem() && !isAbsence(problem)) {
                events.add(new FileEvent(null, problem));
            }
        }
        events.sort(Comparator.comparingInt(FileEvent::offset));
        return events;
    }

    /** The absence of any block is not a failure by itself: it matters what was looked for. */
    private static boolean isAbsence(ReadProblem problem) {
        return switch (problem.kind()) {
            case EMPTY, NO_BLOCK, BINARY -> true;
            default -> false;
        };
    }

    private int offset() {
        if (content != null) {
            return content.place().span().start();
        }
        return armourProblem == null ? 0 : armourProblem.place().span().start();
    }

    boolean isContent() {
        return content != null;
    }

    /** Returns what is wrong with the block, or why it could not be read. */
    Optional<ReadProblem> problem() {
        return content instanceof PemContent.Unreadable unreadable
                ? Optional.of(unreadable.problem())
                : Optional.ofNullable(armourProblem);
    }

    /** Tells whether this is a block with a label that is wanted. */
    boolean isLabelled(Predicate<String> wanted) {
        PemContent block = content;
        return block != null && wanted.test(block.label());
    }
}
