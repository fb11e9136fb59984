package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in which certificates, keys or revocation lists are expected.
 *
 * @param file the file
 * @param blocks the well-formed PEM blocks in their order, found where OpenSSL finds them
 * @param contents what each block holds, in the same order; for a file that is not PEM but DER, what that holds
 * @param problems what is wrong, in the order of the file; see {@link ReadProblem.Kind#stopsReading()}
 */
public record PemFile(SourceFile file, List<PemBlock> blocks, List<PemContent> contents, List<ReadProblem> problems) {

    public PemFile {
        blocks = List.copyOf(blocks);
        contents = List.copyOf(contents);
        problems = List.copyOf(problems);
    }

    /** Reads a file; whatever it holds, nothing is thrown. */
    public static PemFile parse(SourceFile file) {
        PemScanner scanner = new PemScanner(file).scan();
        List<ReadProblem> problems = new ArrayList<>(scanner.problems());
        List<PemContent> contents = new ArrayList<>();
        if (scanner.blocks().isEmpty()) {
            BinaryFile.read(file).ifPresent(contents::add);
            if (problems.stream().noneMatch(problem -> problem.kind().stopsReading())) {
                problems.add(noBlock(file, contents));
            }
        }
        for (PemBlock block : scanner.blocks()) {
            PemContent content = ContentReader.read(block);
            contents.add(content);
            if (content instanceof PemContent.Unreadable unreadable) {
                problems.add(unreadable.problem());
            }
        }
        problems.sort((a, b) ->
                Integer.compare(a.place().span().start(), b.place().span().start()));
        return new PemFile(file, scanner.blocks(), contents, problems);
    }

    private static ReadProblem noBlock(SourceFile file, List<PemContent> contents) {
        Location place = Location.of(file);
        if (!contents.isEmpty() || BinaryFile.isBinary(file)) {
            return new ReadProblem(
                    ReadProblem.Kind.BINARY, place, "the file is " + BinaryFile.describe(file) + ", not PEM");
        }
        if (file.content().isBlank()) {
            return new ReadProblem(ReadProblem.Kind.EMPTY, place, "the file is empty");
        }
        boolean carriageReturns =
                file.content().indexOf('\r') >= 0 && file.content().indexOf('\n') < 0;
        return new ReadProblem(
                ReadProblem.Kind.NO_BLOCK,
                place,
                carriageReturns
                        ? "the file holds no PEM block: its lines end in carriage returns only"
                        : "the file holds no PEM block");
    }

    /** Returns the certificates in their order. */
    public List<Certificate> certificates() {
        return all(Certificate.class);
    }

    /** Returns the private keys in their order. */
    public List<PrivateKeyInfo> privateKeys() {
        return all(PrivateKeyInfo.class);
    }

    /** Returns the revocation lists in their order. */
    public List<Crl> revocationLists() {
        return all(Crl.class);
    }

    /** Tells whether the file is PEM at all. */
    public boolean isPem() {
        return !blocks.isEmpty();
    }

    private <T extends PemContent> List<T> all(Class<T> type) {
        return contents.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
