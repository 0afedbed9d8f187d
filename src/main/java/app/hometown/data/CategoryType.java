// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.Type;

/// How the category ids of a catalog are written: as text, or as integers of the width that they need.
final class CategoryType {
    private final Binary[] texts;
    private final long[] integers;
    private final boolean wide;

    private CategoryType(Binary[] texts, long[] integers, boolean wide) {
        this.texts = texts;
        this.integers = integers;
        this.wide = wide;
    }

    static CategoryType of(Catalog catalog) {
        if (!catalog.integerCategories()) {
            return new CategoryType(ParquetSink.texts(catalog.categories()), new long[0], false);
        }
        long[] integers =
                catalog.categories().names().stream().mapToLong(Long::parseLong).toArray();
        return new CategoryType(new Binary[0], integers, Arrays.stream(integers).anyMatch(id -> id != (int) id));
    }

    /// A required field of this type.
    Type field(String name) {
        if (texts.length > 0 || integers.length == 0) {
            return Schema.text(name);
        }
        return wide ? Schema.wide(name) : Schema.count(name);
    }

    /// Writes the id of a code.
    void put(ParquetSink.Row to, int code) {
        if (texts.length > 0) {
            to.text(texts[code]);
        } else if (wide) {
            to.wide(integers[code]);
        } else {
            to.count((int) integers[code]);
        }
    }
}
