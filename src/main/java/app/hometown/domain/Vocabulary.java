// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distinct values of a text column, each with a small code: cities, languages, categories. Users and streams
/// share one vocabulary a kind, so that "the same city" is "the same code". Immutable.
public final class Vocabulary {
    private final List<String> names;
    private final Map<String, Integer> codes;

    private Vocabulary(List<String> names, Map<String, Integer> codes) {
        this.names = names;
        this.codes = codes;
    }

    /// A vocabulary of the names in their order; a name's code is its place.
    public static Vocabulary of(List<String> names) {
        Builder builder = new Builder();
        names.forEach(builder::code);
        return builder.build();
    }

    /// How many values there are; codes run from 0 to one less.
    public int size() {
        return names.size();
    }

    /// The value of a code.
    public String name(int code) {
        return names.get(code);
    }

    /// The code of a value, or -1 when it does not occur.
    public int code(String name) {
        return codes.getOrDefault(name, -1);
    }

    /// All values in code order, unmodifiable.
    public List<String> names() {
        return names;
    }

    /// Collects values, handing out codes from 0 in the order of their first appearance.
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> codes = new HashMap<>();

        /// The code of a value, new or known.
        public int code(String name) {
            Integer known = codes.get(name);
            if (known != null) {
                return known;
            }
            int code = names.size();
            codes.put(name, code);
            names.add(name);
            return code;
        }

        /// The finished vocabulary; the builder may go on collecting.
        public Vocabulary build() {
            return new Vocabulary(List.copyOf(names), Map.copyOf(codes));
        }
    }
}
