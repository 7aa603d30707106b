package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.SolutionVersion;
import io.slipway.chat.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a line such as {@code deploy Expenses 1.4.0.13 to test} asks for, as it was typed. The word {@code to} may be
 * missing, and a version is known by its form, wherever it stands.
 */
record DeployWords(Optional<String> solution, Optional<String> version, Optional<String> target) {

    static DeployWords of(Words words, Catalog catalog) {
        List<String> rest = new ArrayList<>(words.arguments());
        Optional<String> target = afterTo(rest);
        Optional<String> version = rest.stream()
                .filter(word -> SolutionVersion.parse(word).isPresent())
                .findFirst();
        version.ifPresent(rest::remove);
        if (target.isEmpty()) {
            target = rest.stream()
                    .filter(word -> catalog.target(word).isPresent())
                    .findFirst();
            target.ifPresent(rest::remove);
        }
        Optional<String> solution = rest.stream().findFirst();
        Optional<String> odd = rest.stream().skip(1).findFirst();
        return target.isEmpty() && version.isPresent()
                ? new DeployWords(solution, version, odd)
                : new DeployWords(solution, version.or(() -> odd), target);
    }

    private static Optional<String> afterTo(List<String> rest) {
        for (int i = rest.size() - 1; i >= 0; i--) {
            if (rest.get(i).equalsIgnoreCase("to")) {
                Optional<String> target = i + 1 < rest.size() ? Optional.of(rest.remove(i + 1)) : Optional.empty();
                rest.remove(i);
                return target;
            }
        }
        return Optional.empty();
    }
}
