// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// The fields of the files that we write.
final class Schema {
    private Schema() {}

    static Type text(String name) {
        return Types.required(BINARY).as(stringType()).named(name);
    }

    static Type optionalText(String name) {
        return Types.optional(BINARY).as(stringType()).named(name);
    }

    static Type number(String name) {
        return Types.required(DOUBLE).named(name);
    }

    static Type count(String name) {
        return Types.required(INT32).named(name);
    }

    static Type optionalCount(String name) {
        return Types.optional(INT32).named(name);
    }

    static Type wide(String name) {
        return Types.required(INT64).named(name);
    }

    static Type flag(String name) {
        return Types.required(BOOLEAN).named(name);
    }

    /// A list in three levels that is never null; its element is named "element".
    static Type list(String name, Type element) {
        return Types.requiredGroup()
                .as(listType())
                .addField(Types.repeatedGroup().addField(element).named("list"))
                .named(name);
    }
}
