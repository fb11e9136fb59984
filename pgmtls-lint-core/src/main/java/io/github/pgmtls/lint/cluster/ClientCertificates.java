package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.BasicConstraints;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the certificates of clients: by the declared patterns or, if there are none, by convention: PEM files in a
 * directory called client or clients, and certificates that are good for clients only.
 */
final class ClientCertificates {

    private static final Pattern CLIENT_PATH =
            Pattern.compile("(^|.*/)(clients?(-[^/]*)?/.*|client[^/]*|postgresql)\\.(crt|cer|pem)");
    private static final Pattern CERTIFICATE_NAME = Pattern.compile(".*\\.(crt|cer|pem)");
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private final FileTree tree;
    private final ClusterDefinition definition;
    private final Collection<ServerFile> serverFiles;

    ClientCertificates(FileTree tree, ClusterDefinition definition, Map<ServerFile.Role, ServerFile> serverFiles) {
        this.tree = tree;
        this.definition = definition;
        this.serverFiles = serverFiles.values();
    }

    List<PemFile> read(List<String> candidates) {
        List<PathMatcher> declared = new ArrayList<>();
        for (String pattern : definition.clientCertificates()) {
            declared.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
        }
        List<PemFile> found = new ArrayList<>();
        for (String path : candidates) {
            Optional<String> relative = relative(path);
            if (relative.isEmpty() || isServerFile(path)) {
                continue;
            }
            if (declared.isEmpty()) {
                if (CERTIFICATE_NAME.matcher(relative.get()).matches()) {
                    byConvention(path, relative.get()).ifPresent(found::add);
                }
            } else if (declared.stream().anyMatch(matcher -> matches(matcher, relative.get()))) {
                text(path).map(PemFile::parse).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<PemFile> byConvention(String path, String relative) {
        boolean placed = CLIENT_PATH.matcher(relative).matches();
        return text(path)
                .map(PemFile::parse)
                .filter(pem -> !pem.certificates().isEmpty())
                .filter(pem -> !isAuthority(pem.certificates().get(0)))
                .filter(pem -> placed || isForClientsOnly(pem.certificates().get(0)));
    }

    private static boolean isAuthority(Certificate certificate) {
        return certificate.basicConstraints().map(BasicConstraints::authority).orElse(false);
    }

    private static boolean isForClientsOnly(Certificate certificate) {
        return certificate
                .extendedKeyUsage()
                .map(usages -> usages.contains(CLIENT_AUTH) && !usages.contains(SERVER_AUTH))
                .orElse(false);
    }

    private Optional<String> relative(String path) {
        String directory = definition.directory();
        if (directory.isEmpty()) {
            return Optional.of(path);
        }
        return path.startsWith(directory + "/")
                ? Optional.of(path.substring(directory.length() + 1))
                : Optional.empty();
    }

    private boolean isServerFile(String path) {
        for (ServerFile file : serverFiles) {
            if (file.path().isPresent() && file.path().get().equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(PathMatcher matcher, String relative) {
        try {
            return matcher.matches(Path.of(relative));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Optional<SourceFile> text(String path) {
        return tree.read(path) instanceof FileRead.Content content ? Optional.of(content.file()) : Optional.empty();
    }
}
