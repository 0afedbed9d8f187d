// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which writers of all times have stored a list.
class ListFormsTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> forms() {
        String[] required = {
            "required group preferred_categories (LIST) { repeated group list { required T element U; } }",
            "required group preferred_categories (LIST) { repeated group list { required T item U; } }",
            "required group preferred_categories (LIST) { repeated group bag { required T array_element U; } }",
            "required group preferred_categories (LIST) { repeated T array U; }",
            "required group preferred_categories (LIST) { repeated T element U; }",
            "required group preferred_categories { repeated group array { required T item U; } }",
            "repeated T preferred_categories U;"
        };
        String[] optional = {
            "optional group preferred_categories (LIST) { repeated group list { optional T element U; } }",
            "optional group preferred_categories (LIST) { repeated group list { optional T item U; } }",
            "optional group preferred_categories (LIST) { repeated group array { optional T array U; } }",
            "optional group preferred_categories (LIST) { repeated group list { required T element U; } }",
            "optional group preferred_categories (LIST) { repeated T array U; }"
        };
        return Stream.concat(Arrays.stream(required), Arrays.stream(optional))
                .flatMap(form -> Stream.of(
                        Arguments.of(form.replace(" T ", " int32 ").replace(" U;", ";"), false),
                        Arguments.of(form.replace(" T ", " int64 ").replace(" U;", ";"), false),
                        Arguments.of(form.replace(" T ", " binary ").replace(" U;", " (UTF8);"), true)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void areAllRead(String field, boolean text) throws IOException {
        MessageType schema = schema(field);
        Type list = schema.getType("preferred_categories");
        boolean canBeNull = list.isRepetition(Type.Repetition.OPTIONAL);
        boolean elementsCanBeNull = canBeNull && field.contains("{ optional");
        List<@Nullable List<@Nullable Integer>> lists = new ArrayList<>();
        for (int row = 0; row < 1_000; row++) {
            lists.add(list(row, canBeNull, elementsCanBeNull));
        }
        write(schema, lists, text);

        Words words = new Words();
        UsersFile.Read read = UsersFile.read(folder.resolve(DataFolder.USERS), words, Progress.NONE);

        assertThat(read.integerCategories()).isEqualTo(!text);
        Users users = read.users();
        Vocabulary categories = words.categories().build();
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < lists.size(); row++) {
            List<@Nullable Integer> each = lists.get(row);
            if (each != null && each.stream().allMatch(Objects::nonNull)) {
                expected.add("u" + row + each);
            }
        }
        List<String> found = new ArrayList<>();
        for (int row = 0; row < users.size(); row++) {
            List<String> names = new ArrayList<>();
            for (int n = 0; n < users.categoryCount(row); n++) {
                names.add(categories.name(users.category(row, n)));
            }
            found.add(users.ids().get(row) + names);
        }
        assertThat(found).isEqualTo(expected);
        assertThat(read.report().badRows().stream()
                        .map(FileReport.BadRows::reason)
                        .sorted()
                        .toList())
                .isEqualTo(Stream.of(
                                elementsCanBeNull ? "preferred_categories has a null element" : "",
                                canBeNull ? "preferred_categories is null" : "")
                        .filter(reason -> !reason.isEmpty())
                        .toList());
    }

    private static @Nullable List<@Nullable Integer> list(int row, boolean canBeNull, boolean elementsCanBeNull) {
        if (row % 5 == 0 && canBeNull) {
            return null;
        }
        List<@Nullable Integer> list = new ArrayList<>();
        if (row % 5 != 1) {
            list.add(row % 3);
            list.add(3);
        }
        if (row % 5 == 2 && elementsCanBeNull) {
            list.add(null);
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required int32 preferred_categories;",
                "optional group preferred_categories (LIST) { repeated group list { optional group element { required"
                        + " int32 x; } } }",
                "optional group preferred_categories (LIST) { repeated group list { required int32 a; required int32"
                        + " b; } }",
                "optional group preferred_categories (MAP) { repeated group key_value { required int32 key; optional"
                        + " int32 value; } }",
                "optional group preferred_categories { required int32 x; }",
                "optional group preferred_categories (LIST) { repeated group list { required boolean element; } }",
                "optional group preferred_categories (LIST) { repeated group list { required int32 element (DATE); } }"
            })
    void areToldFromWhatIsNoList(String field) throws IOException {
        MessageType schema = schema(field);
        Path file = folder.resolve(DataFolder.USERS);
        try (ParquetWriter<Group> writer = writer(schema)) {
            assertThat(writer.getDataSize()).isNotNegative();
        }

        assertThatThrownBy(() -> UsersFile.read(file, new Words(), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file + ", column preferred_categories: holds ")
                .hasMessageContaining("a list of integers or of strings is needed");
    }

    private static MessageType schema(String field) {
        return MessageTypeParser.parseMessageType("message users { required binary user_id (UTF8); "
                + "required double latitude; required double longitude; required binary city (UTF8); "
                + "required binary language (UTF8); " + field
                + " required double local_preference_strength; required double total_watch_hours; }");
    }

    private ParquetWriter<Group> writer(MessageType schema) throws IOException {
        return ExampleParquetWriter.builder(new LocalOutputFile(folder.resolve(DataFolder.USERS)))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withType(schema)
                .withPageRowCountLimit(100)
                .build();
    }

    private void write(MessageType schema, List<@Nullable List<@Nullable Integer>> lists, boolean text)
            throws IOException {
        try (ParquetWriter<Group> writer = writer(schema)) {
            for (int row = 0; row < lists.size(); row++) {
                SimpleGroup group = new SimpleGroup(schema);
                group.add("user_id", "u" + row);
                group.add("latitude", 1.0);
                group.add("longitude", 2.0);
                group.add("city", "x");
                group.add("language", "en");
                group.add("local_preference_strength", 0.5);
                group.add("total_watch_hours", 1.0);
                List<@Nullable Integer> list = lists.get(row);
                if (list != null) {
                    fill(group, schema.getType("preferred_categories"), list, text);
                }
                writer.write(group);
            }
        }
    }

    private static void fill(Group row, Type field, List<@Nullable Integer> list, boolean text) {
        if (field.isPrimitive()) {
            list.forEach(each -> put(row, field.getName(), field, each, text));
            return;
        }
        Group group = row.addGroup(field.getName());
        Type repeated = field.asGroupType().getType(0);
        for (Integer each : list) {
            if (repeated.isPrimitive()) {
                put(group, repeated.getName(), repeated, each, text);
            } else {
                GroupType middle = repeated.asGroupType();
                put(group.addGroup(0), middle.getFieldName(0), middle.getType(0), each, text);
            }
        }
    }

    private static void put(Group group, String name, Type type, @Nullable Integer value, boolean text) {
        if (value == null) {
            return;
        }
        if (text) {
            group.add(name, value.toString());
        } else if (type.asPrimitiveType().getPrimitiveTypeName().name().equals("INT64")) {
            group.add(name, value.longValue());
        } else {
            group.add(name, value.intValue());
        }
    }
}
