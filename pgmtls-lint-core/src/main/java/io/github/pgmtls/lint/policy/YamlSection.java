package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML file that is taken apart key by key; what remains at the end is unknown. */
final class YamlSection {

    private final SourceFile file;
    private final List<PolicyProblem> problems;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    YamlSection(SourceFile file, Node node, List<PolicyProblem> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                text(tuple.getKeyNode()).ifPresent(key -> entries.put(key, tuple));
            }
        } else if (!isNull(node)) {
            problem(node, "expected keys with values here");
        }
    }

    Location place() {
        return locate(node);
    }

    /** Returns the keys that are there. */
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Reads an optional text. */
    Optional<String> text(String key) {
        return value(key).flatMap(this::text);
    }

    /** Reads an optional value of a kind of its own; the reader throws IllegalArgumentException on what it refuses. */
    <T> Optional<T> value(String key, Function<String, T> reader) {
        Optional<Node> node = value(key);
        Optional<String> text = node.flatMap(this::text);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return read(node.get(), text.get(), reader);
    }

    /** Reads a value that has to be there. */
    <T> Optional<T> required(String key, Function<String, T> reader) {
        if (!entries.containsKey(key)) {
            known.add(key);
            problem(node, "\"" + key + "\" is missing here");
            return Optional.empty();
        }
        return value(key, reader);
    }

    /** Reads a list of texts; a single text stands for a list of one. */
    List<String> texts(String key) {
        return values(key, Function.identity());
    }

    /** Reads a list of values of a kind of their own. */
    <T> List<T> values(String key, Function<String, T> reader) {
        Optional<Node> node = value(key);
        if (node.isEmpty() || isNull(node.get())) {
            return List.of();
        }
        List<Node> items = node.get() instanceof SequenceNode sequence ? sequence.getValue() : List.of(node.get());
        List<T> values = new ArrayList<>();
        for (Node item : items) {
            text(item).flatMap(text -> read(item, text, reader)).ifPresent(values::add);
        }
        return values;
    }

    /** Reads a mapping of texts to texts. */
    Map<String, String> textMap(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        section(key).ifPresent(section -> {
            for (String name : section.keys()) {
                section.text(name).ifPresent(text -> map.put(name, text));
            }
        });
        return map;
    }

    /** Reads a mapping. */
    Optional<YamlSection> section(String key) {
        return value(key).map(node -> new YamlSection(file, node, problems));
    }

    /** Tells whether the value of a key has keys of its own. */
    boolean isSection(String key) {
        return value(key).filter(MappingNode.class::isInstance).isPresent();
    }

    /** Reads a list of mappings. */
    List<YamlSection> sections(String key) {
        Optional<Node> node = value(key);
        if (node.isEmpty() || isNull(node.get())) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)) {
            problem(node.get(), "expected a list here");
            return List.of();
        }
        List<YamlSection> sections = new ArrayList<>();
        sequence.getValue().forEach(item -> sections.add(new YamlSection(file, item, problems)));
        return sections;
    }

    /** Returns the keys that somebody asked for, whether or not they are there. */
    List<String> asked() {
        return List.copyOf(known);
    }

    /** Complains about every key that nobody asked for. */
    void finish() {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                String message = "unknown key \"" + entry.getKey() + "\"" + DidYouMean.suffix(known, entry.getKey());
                problem(entry.getValue().getKeyNode(), message);
            }
        }
    }

    /** Complains about the value of a key. */
    void problem(String key, String message) {
        NodeTuple tuple = entries.get(key);
        problem(tuple == null ? node : tuple.getValueNode(), message);
    }

    /** Complains about a key itself, and about no more of it. */
    void keyProblem(String key, String message) {
        known.add(key);
        NodeTuple tuple = entries.get(key);
        problem(tuple == null ? node : tuple.getKeyNode(), message);
    }

    /** Returns the place of a key and its value. */
    Location place(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            return place();
        }
        return YamlPlaces.locate(
                file,
                tuple.getKeyNode().getStartMark().orElse(null),
                tuple.getValueNode().getEndMark().orElse(null));
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private <T> Optional<T> read(Node place, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            problem(place, e.getMessage() == null ? "not understood: " + text : e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(Node node) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            return Optional.of(scalar.getValue());
        }
        problem(node, "expected a single value here");
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private void problem(Node node, String message) {
        problems.add(new PolicyProblem(locate(node), message));
    }

    private Location locate(Node node) {
        return YamlPlaces.locate(
                file, node.getStartMark().orElse(null), node.getEndMark().orElse(null));
    }

    /** A helper for the errors of the YAML parser itself. */
    static Location wholeFile(SourceFile file) {
        return new Location(file, new Span(0, 0), "");
    }
}
