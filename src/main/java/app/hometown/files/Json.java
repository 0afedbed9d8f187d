// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.files;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the whole program reads and writes it: records in snake_case, strict in both directions. A missing, null or
/// unknown key of a record is an error, never a default, and so is a broken number where a whole one belongs; doubles
/// go
/// out and come back to the bit.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /// The mapper, for trees and for streams.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// Reads a file into a value.
    ///
    /// @throws InputException when it is missing, not JSON, or not of the type: with line, column and key
    public static <T> T read(Path file, Class<T> type) {
        return parse(file.toString(), bytes(file), type);
    }

    /// Reads a file into a value; keys that it lacks are as in another value. For files of our own that an older
    /// version
    /// may have written.
    ///
    /// @throws InputException as above
    public static <T extends Record> T read(Path file, Class<T> type, T otherwise) {
        try {
            JsonNode said = MAPPER.readTree(bytes(file));
            if (said instanceof ObjectNode object && object.size() < type.getRecordComponents().length) {
                ObjectNode all = MAPPER.valueToTree(otherwise);
                all.setAll(object);
                return MAPPER.treeToValue(all, type);
            }
            return MAPPER.treeToValue(said, type);
        } catch (JacksonException e) {
            throw broken(file.toString(), e);
        }
    }

    /// Reads text into a value.
    ///
    /// @param where what to call the text in an error
    /// @throws InputException when it is not JSON or not of the type
    public static <T> T parse(String where, byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw broken(where, e);
        }
    }

    /// The value as indented JSON text.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Writes a value to a file, whole or not at all.
    public static void write(Path file, Object value) {
        AtomicFile.write(
                file, out -> out.write((write(value) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /// What a failure to read JSON means to people.
    public static InputException broken(String where, JacksonException cause) {
        var location = cause.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? where
                : where + " line " + location.getLineNr() + ", column " + location.getColumnNr();
        // What follows tells of the reader's inside, not of the file.
        String why = cause.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("broken")
                .replaceFirst(" \\(start marker at .*", "");
        return new InputException(
                place, "is not what is expected here (" + why + ")", "Mend the file or use another one.", cause);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file.toString(), "there is no such file", "Check the path.", e);
        } catch (IOException e) {
            throw new InputException(
                    file.toString(), "cannot be read (" + e.getMessage() + ")", "Check its permissions.", e);
        }
    }
}
