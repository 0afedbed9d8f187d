// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Identifiers;
import app.hometown.domain.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/// The distinct values of a text column, so that text is decoded once per distinct value and not once per row. A term
/// is a value's place; it holds for one batch, because a column of ever new values is forgotten now and then.
final class Terms {
    /// What stands for bytes that are not text.
    static final int NOT_TEXT = -1;

    /// More distinct values than this are not worth keeping.
    private static final int KEPT = 1 << 16;

    private Identifiers.Builder found = new Identifiers.Builder();
    private final Map<Long, Integer> integers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] codes = new int[64];

    /// Forgets everything when there is too much of it.
    ///
    /// @return whether terms given before are void
    boolean trim() {
        if (texts.size() <= KEPT) {
            return false;
        }
        found = new Identifiers.Builder();
        integers.clear();
        texts.clear();
        return true;
    }

    /// The term of UTF-8 text, or [#NOT_TEXT].
    int of(Binary value) {
        byte[] bytes = value.getBytesUnsafe();
        if (!IdColumn.isUtf8(bytes, 0, bytes.length)) {
            return NOT_TEXT;
        }
        return of(bytes);
    }

    /// The term of an integer's text.
    int of(long value) {
        Integer known = integers.get(value);
        if (known != null) {
            return known;
        }
        int term = of(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        integers.put(value, term);
        return term;
    }

    private int of(byte[] bytes) {
        int term = found.code(bytes, 0, bytes.length);
        if (term == texts.size()) {
            texts.add(new String(bytes, StandardCharsets.UTF_8));
            if (term == codes.length) {
                codes = Arrays.copyOf(codes, term * 2);
            }
            codes[term] = -1;
        }
        return term;
    }

    /// The text of a term.
    String text(int term) {
        return texts.get(term);
    }

    /// The code of a term in a vocabulary, which must be the same one every time. Values enter the vocabulary here and
    /// not when they are met, so that it knows nothing of rows that were left out.
    int code(int term, Vocabulary.Builder vocabulary) {
        if (codes[term] < 0) {
            codes[term] = vocabulary.code(texts.get(term));
        }
        return codes[term];
    }
}
