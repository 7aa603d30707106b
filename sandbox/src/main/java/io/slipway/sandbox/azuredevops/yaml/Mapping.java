package io.slipway.sandbox.azuredevops.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping of which only known keys are accepted, with complaints in Azure Pipelines' form. */
final class Mapping {

    private final String file;
    private final Node node;
    private final Expressions expressions;
    private final Map<String, Node> members = new LinkedHashMap<>();

    Mapping(String file, Node node, Expressions expressions) {
        this.file = file;
        this.node = node;
        this.expressions = expressions;
        if (!(node instanceof MappingNode mapping)) {
            throw unexpected(node, "A mapping was expected");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (members.put(key, tuple.getValueNode()) != null) {
                throw unexpected(tuple.getKeyNode(), "'" + key + "' is already defined");
            }
        }
    }

    /** Refuses every key that is not among these. */
    Mapping only(String... known) {
        MappingNode mapping = (MappingNode) node;
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!Arrays.asList(known).contains(key)) {
                throw unexpected(tuple.getKeyNode(), "Unexpected value '" + key + "'");
            }
        }
        return this;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    String text(String key) {
        return find(key).orElseThrow(() -> unexpected(node, "Missing property '" + key + "'"));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(members.get(key)).map(this::scalar);
    }

    Mapping mapping(String key) {
        Node member = members.get(key);
        if (member == null) {
            throw unexpected(node, "Missing property '" + key + "'");
        }
        return new Mapping(file, member, expressions);
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(key)) {
            Mapping inner = mapping(key);
            inner.members.forEach((name, value) -> texts.put(name, scalar(value)));
        }
        return texts;
    }

    List<Mapping> mappings(String key) {
        return items(key).stream().map(n -> new Mapping(file, n, expressions)).toList();
    }

    /** One text or a list of texts. */
    List<String> list(String key) {
        if (members.get(key) instanceof ScalarNode one) {
            String text = scalar(one);
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return items(key).stream().map(this::scalar).toList();
    }

    PipelineSyntaxException unexpected(String key, String message) {
        return unexpected(members.getOrDefault(key, node), message);
    }

    private List<Node> items(String key) {
        Node member = members.get(key);
        if (member == null) {
            return List.of();
        }
        if (!(member instanceof SequenceNode sequence)) {
            throw unexpected(member, "A sequence was expected");
        }
        return new ArrayList<>(sequence.getValue());
    }

    private String scalar(Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            throw unexpected(value, "A scalar value was expected");
        }
        try {
            return expressions.expand(scalar.getValue());
        } catch (IllegalArgumentException e) {
            throw unexpected(value, e.getMessage());
        }
    }

    private PipelineSyntaxException unexpected(Node at, String message) {
        return new PipelineSyntaxException(
                file + " (Line: " + (at.getStartMark().getLine() + 1) + ", Col: "
                        + (at.getStartMark().getColumn() + 1) + "): " + message);
    }
}
