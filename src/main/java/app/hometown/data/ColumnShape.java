// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.util.Locale;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/// How a file stores one column: a single value a row, or a list in one of the forms that writers use or used.
///
/// The forms of a list: `group (LIST) { repeated group { element } }` with any names (three levels), `group (LIST) {
/// repeated element }` (two levels), and a bare `repeated element`. See "Lists" and its backward-compatibility rules in
/// the Parquet format's LogicalTypes.md.
///
/// @param leaf the type of a value or list element
/// @param descriptor the leaf's path and greatest levels
/// @param list whether a row holds a list
/// @param nullable whether the value, or the list as a whole, can be null
/// @param elementLevel the definition level from which on a list has an element, null or not
record ColumnShape(PrimitiveType leaf, ColumnDescriptor descriptor, boolean list, boolean nullable, int elementLevel) {

    /// The shape of a column of the file, or null when it is neither a single value nor a list of single values.
    static @Nullable ColumnShape of(MessageType schema, String name) {
        Type field = schema.getType(name);
        boolean nullable = field.isRepetition(Repetition.OPTIONAL);
        boolean bareList = field.isRepetition(Repetition.REPEATED);
        if (field.isPrimitive()) {
            return new ColumnShape(
                    field.asPrimitiveType(), schema.getColumnDescription(new String[] {name}), bareList, nullable, 1);
        }
        GroupType group = field.asGroupType();
        if (bareList || group.getFieldCount() != 1 || !group.getType(0).isRepetition(Repetition.REPEATED)) {
            return null;
        }
        Type repeated = group.getType(0);
        int elementLevel = nullable ? 2 : 1;
        if (repeated.isPrimitive()) {
            String[] path = {name, repeated.getName()};
            return new ColumnShape(
                    repeated.asPrimitiveType(), schema.getColumnDescription(path), true, nullable, elementLevel);
        }
        GroupType middle = repeated.asGroupType();
        if (middle.getFieldCount() != 1
                || !middle.getType(0).isPrimitive()
                || middle.getType(0).isRepetition(Repetition.REPEATED)) {
            return null;
        }
        Type element = middle.getType(0);
        String[] path = {name, repeated.getName(), element.getName()};
        return new ColumnShape(
                element.asPrimitiveType(), schema.getColumnDescription(path), true, nullable, elementLevel);
    }

    /// Whether the type is text: annotated as such, or bare bytes as older writers left it.
    static boolean isText(PrimitiveType type) {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (annotation == null
                        || annotation instanceof StringLogicalTypeAnnotation
                        || annotation instanceof EnumLogicalTypeAnnotation
                        || annotation instanceof JsonLogicalTypeAnnotation);
    }

    /// Whether the type is a plain integer of any width and sign: no date, no time.
    static boolean isInteger(PrimitiveType type) {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        return (type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
                        || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64)
                && (annotation == null || annotation instanceof IntLogicalTypeAnnotation);
    }

    /// Whether the type is an integer without a sign.
    static boolean isUnsigned(PrimitiveType type) {
        return type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    /// Whether the type is a float or a double.
    static boolean isFloating(PrimitiveType type) {
        return type.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT
                || type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE;
    }

    /// The decimal places of a decimal, or -1 when the type is none.
    static int decimalScale(PrimitiveType type) {
        return type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : -1;
    }

    /// A type as people name it: "int64", "list of string", "timestamp".
    static String describe(Type type) {
        if (type.isRepetition(Repetition.REPEATED) && type.isPrimitive()) {
            return "list of " + describePrimitive(type.asPrimitiveType());
        }
        if (type.isPrimitive()) {
            return describePrimitive(type.asPrimitiveType());
        }
        GroupType group = type.asGroupType();
        if (group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
            return "map";
        }
        if (group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && group.getFieldCount() == 1) {
            Type repeated = group.getType(0);
            if (repeated.isPrimitive()) {
                return describe(repeated);
            }
            GroupType middle = repeated.asGroupType();
            return "list of " + (middle.getFieldCount() == 1 ? describe(middle.getType(0)) : "struct");
        }
        return "struct";
    }

    private static String describePrimitive(PrimitiveType type) {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof StringLogicalTypeAnnotation) {
            return "string";
        }
        if (annotation instanceof IntLogicalTypeAnnotation integer) {
            return (integer.isSigned() ? "int" : "uint") + integer.getBitWidth();
        }
        String stored = type.getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
        return annotation == null ? stored : annotation.toString().toLowerCase(Locale.ROOT) + " in " + stored;
    }
}
