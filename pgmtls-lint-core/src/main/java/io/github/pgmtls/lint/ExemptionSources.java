package io.github.pgmtls.lint;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.exemption.WordedFiles;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.policy.Suppression;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the policy, the suppressions and the baseline come from: the directory itself, or a revision of it.
 *
 * @param request which of these count
 * @param approved where they are
 */
record ExemptionSources(LintRequest request, FileTree approved) {

    static ExemptionSources of(LintRequest request, FileTree directory) {
        Optional<String> revision = request.policyRef();
        return new ExemptionSources(
                request, revision.isEmpty() ? directory : GitRevision.open(request.directory(), revision.get()));
    }

    /** Returns a file as it is where suppressions are taken from; nothing if they are taken from the file itself. */
    Optional<SourceFile> approvedVersion(SourceFile file) {
        if (request.policyRef().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                approved.read(file.path()) instanceof FileRead.Content content
                        ? content.file()
                        : SourceFile.ofText(file.path(), ""));
    }

    /** Tells whether there may be suppressions or a baseline that count. Asked in every run, so it loads no classes. */
    boolean mayExempt(List<Suppression> suppressions, List<WordedFiles> clusters) {
        if (request.baseline().isPresent() && mayHaveBaseline(request.baseline().get())) {
            return true;
        }
        if (!request.suppressions()) {
            return false;
        }
        if (!suppressions.isEmpty()) {
            return true;
        }
        for (WordedFiles cluster : clusters) {
            if (!cluster.marked().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** One that somebody named has to be there. */
    private boolean mayHaveBaseline(String path) {
        return !path.equals(Baseline.FILE_NAME) || approved.read(path) instanceof FileRead.Content;
    }

    /** Refuses suppressions of clusters that there are not; those of a revision may be of clusters that are gone. */
    void checkClusters(List<Suppression> suppressions, List<String> names) {
        if (request.policyRef().isPresent()) {
            return;
        }
        for (Suppression own : suppressions) {
            own.cluster().filter(name -> !names.contains(name)).ifPresent(name -> {
                throw new LintException(
                        own.place() + ": unknown cluster \"" + name + "\"" + DidYouMean.suffix(names, name));
            });
        }
    }

    /** Returns which files of the directory are not in force because a revision says something else. */
    List<NotChecked> notInForce(FileTree directory) {
        List<NotChecked> differing = new ArrayList<>();
        if (request.policyRef().isPresent()) {
            compare(request.policy(), directory, request.policyRef().get(), differing);
            if (request.baseline().isPresent()) {
                compare(request.baseline().get(), directory, request.policyRef().get(), differing);
            }
        }
        return differing;
    }

    private void compare(String path, FileTree directory, String revision, List<NotChecked> differing) {
        String counts = content(approved, path);
        String here = content(directory, path);
        if (!here.equals(counts)) {
            String reason = here.isEmpty()
                    ? "is not here, but that of " + revision + " is in force"
                    : "differs from that of " + revision + ", and only that is in force";
            differing.add(new NotChecked("", path, reason, Optional.empty()));
        }
    }

    private static String content(FileTree tree, String path) {
        return tree.read(path) instanceof FileRead.Content content
                ? content.file().content()
                : "";
    }
}
